/** Words of dosage forms, most telling first: an injectable solution is an injection, an oral solution a solution. */
const FORM_WORDS: readonly (readonly [form: string, words: RegExp])[] = [
  ['patch', /^(?:patch|patches|ptch|transdermal|td|tds|ptd)$/],
  [
    'injection',
    /^(?:inj|injection|injectable|vial|vials|vl|vls|sdv|mdv|amp|amps|ampul|ampule|ampules|carpuject|pfs|syringe|syringes|iv|pca|cartridge)$/,
  ],
  ['suppository', /^(?:supp|suppository|suppositories|sup|rectal)$/],
  ['film', /^(?:film|films|strip|strips)$/],
  ['lozenge', /^(?:lozenge|lozenges|loz|lollipop|troche|otfc)$/],
  ['spray', /^(?:spray|nasal|spr)$/],
  [
    'tablet',
    /^(?:tab|tabs|tablet|tablets|tb|tbs|tbl|odt|caplet|caplets|diskets|disket|diskette|diskettes|tabl|table|tablt)$/,
  ],
  ['capsule', /^(?:cap|caps|capsule|capsules|cp|spansule|sprinkle|cps)$/],
  ['elixir', /^(?:elix|elixir|elx)$/],
  ['syrup', /^(?:syrup|syrp)$/],
  ['suspension', /^(?:susp|suspension)$/],
  [
    'solution',
    /^(?:sol|soln|solution|liq|liquid|conc|concentrate|concentrated|intensol|tincture|tinc|oral sol)$/,
  ],
  ['gel', /^(?:gel)$/],
  ['cream', /^(?:cream|crm)$/],
  ['powder', /^(?:powder|pwd|pow|raw|bulk)$/],
];

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
  for (const [form, words] of FORM_WORDS) if (tokens.some((token) => words.test(token))) return form;
  return null;
}
