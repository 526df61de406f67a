/** Words of dosage forms, most telling first: an injectable solution is an injection, an oral solution a solution. */
const FORM_WORDS: readonly (readonly [form: string, words: RegExp])[] = [
  ['patch', /^(?:patch|patches|ptch|transdermal|td|tds|ptd)$/],
  [
    'injection',
    /^(?:inj|injection|injectable|sosy|soaj|soct|vial|vials|vl|vls|sdv|mdv|amp|amps|ampul|ampule|ampules|carpuject|pfs|syringe|syringes|iv|pca|cartridge)$/,
  ],
  ['gel', /^(?:gel|gels)$/],
  ['suppository', /^(?:supp|suppository|suppositories|sup|rectal)$/],
  ['film', /^(?:film|films|strip|strips)$/],
  ['lozenge', /^(?:lozenge|lozenges|loz|lollipop|lpop|troche|otfc)$/],
  ['spray', /^(?:spray|nasal|spr)$/],
  [
    'tablet',
    /^(?:tab|tabs|tablet|tablets|tb|tbs|tbl|odt|caplet|caplets|diskets|disket|diskette|diskettes|tabl|table|tablt|tbcr|tber|tbdp|tbec|tbsr|tbso|chew|chewable|chewtab)$/,
  ],
  ['capsule', /^(?:cap|caps|capsule|capsules|cp|spansule|sprinkle|cps|cper|cpcr|cpdr|cpsp|cpsr)$/],
  ['elixir', /^(?:elix|elixir|elx)$/],
  ['syrup', /^(?:syrup|syrp|syp)$/],
  ['suspension', /^(?:susp|suspension|susr|srer)$/],
  [
    'solution',
    /^(?:sol|soln|solution|liq|liqd|liquid|con|conc|concentrate|concentrated|intensol|tincture|tinc|oral sol)$/,
  ],
  ['cream', /^(?:cream|crm)$/],
  ['powder', /^(?:powder|pwd|pow|raw|bulk)$/],
  ['pellet', /^(?:pellet|pellets|implant|implants)$/],
  // `DIS` is a disc unless a tablet disintegrates.
  ['patch', /^(?:dis|disc|discs)$/],
];

/** `TABLET, FILM COATED` is a tablet, a `GEL CAP` a capsule. */
const QUALIFIED: ReadonlyMap<string, RegExp> = new Map([
  ['film', /^(?:coat|coated|ctd|coating)$/],
  ['gel', /^(?:cap|caps|capsule|capsules)$/],
]);

/** Counted by volume, so that a strength without one says nothing. */
export const liquidForms: ReadonlySet<string> = new Set([
  'injection',
  'solution',
  'syrup',
  'elixir',
  'suspension',
]);

/** The dosage form as a lower-case word; null where the text names none. */
export function readForm(tokens: readonly string[]): string | null {
  const told = tokens.filter((token, i) => !QUALIFIED.get(token)?.test(tokens[i + 1] ?? ''));
  for (const [form, words] of FORM_WORDS) if (told.some((token) => words.test(token))) return form;
  return null;
}
