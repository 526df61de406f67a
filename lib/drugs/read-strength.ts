import { chooseDose } from './choose-dose';
import { findDoses, type Dose, type DoseList } from './find-doses';
import type { Ingredients } from './find-ingredients';
import { liquidForms } from './read-form';
import type { SubstanceFacts } from './table';

export interface Strength {
  /** Milligrams of the controlled substance per unit, millilitre, gram or (patches) hour. */
  readonly mg: number;
  readonly per: Dose['per'];
}

export interface StrengthReading {
  readonly strength: Strength | null;
  /** The text without what was read as strength, so that no number counts twice. */
  readonly rest: string;
}

const CODEINE = '9050';
/** Units that no product of the table is dosed in. */
const OTHER_UNITS = /\d[\d,.]*\s*(?:units?|iu|meq|mmol|u)(?:\s*\/\s*[\d.]*\s*[a-z]+)?(?![a-z])/g;
const spaces = (found: string) => ' '.repeat(found.length);

/** Tylenol with codeine and its like: number 1 to 4 stands for ⅛, ¼, ½ and 1 grain of codeine phosphate. */
const CODEINE_NUMBERS: Readonly<Record<string, number>> = { '1': 7.5, '2': 15, '3': 30, '4': 60 };
const CODEINE_NUMBER = /(?:#|\bno\.?|\bnumber)\s*([1-4])(?!\d)/;
/** Descriptions cut off within the unit (`… TABS. 5M`). */
const CUT_OFF = /(?<![\d.])(\d+(?:\.\d+)?)\s*m$/;

export function readStrength(
  text: string,
  facts: SubstanceFacts,
  ingredients: Ingredients,
  form: string | null,
  /** False where the product's name says its strength, so that a lone number is its package size. */
  mayBeBare: boolean,
): StrengthReading {
  const lists = findDoses(text);
  const blanked = blank(text, lists);
  // `#3 TB 30MG 1000@`: no package of three.
  const rest = facts.code === CODEINE ? blanked.replace(CODEINE_NUMBER, spaces) : blanked;
  for (const list of ranked(lists, facts, ingredients)) {
    const strength = strengthOf(list, facts, ingredients);
    if (strength === null) continue;
    if (isLiquid(form) && strength.per === null) return { strength: null, rest };
    return { strength, rest };
  }
  const number = CODEINE_NUMBER.exec(text);
  if (facts.code === CODEINE && number) {
    return {
      strength: { mg: CODEINE_NUMBERS[number[1] as string] as number, per: null },
      rest,
    };
  }
  if (isLiquid(form)) return { strength: null, rest };
  const cut = CUT_OFF.exec(text);
  if (cut) return { strength: { mg: Number(cut[1]), per: null }, rest: rest.replace(CUT_OFF, ' ') };
  return mayBeBare ? bareStrength(rest, facts) : { strength: null, rest };
}

/** Text of a product that isn't in the table, without its amounts; null where no amount with a unit tells what they are. */
export function withoutDoses(text: string): string | null {
  const plain = text.replace(OTHER_UNITS, spaces);
  const lists = findDoses(plain);
  return plain !== text || lists.some(({ withUnit }) => withUnit) ? blank(plain, lists) : null;
}

function isLiquid(form: string | null): boolean {
  return form !== null && liquidForms.has(form);
}

/**
 * Lists with units first; among them those that aren't percentages only; then what a patch delivers an hour before
 * what it holds; of a combination's (`APAP 500MG / HYDROCODONE 5MG`) those with a strength that the controlled
 * substance is marketed in.
 */
function ranked(
  lists: readonly DoseList[],
  { strengths }: SubstanceFacts,
  { partners }: Ingredients,
): readonly DoseList[] {
  const rank = ({ withUnit, doses }: DoseList) =>
    (withUnit ? 0 : 8) +
    (doses.every((dose) => dose.percent) ? 4 : 0) +
    (doses.some((dose) => dose.per === 'h') ? 0 : 2) +
    (partners.length > 0 && !doses.some((dose) => strengths.includes(dose.mg)) ? 1 : 0);
  return [...lists].sort((a, b) => rank(a) - rank(b));
}

function strengthOf(list: DoseList, facts: SubstanceFacts, ingredients: Ingredients): Strength | null {
  // A bare pair may be anything (a date, an item number) unless the product is a combination or the strength marketed.
  if (
    !list.withUnit &&
    ingredients.partners.length === 0 &&
    !list.doses.some((dose) => facts.strengths.includes(dose.mg))
  )
    return null;
  const weighed = list.doses.filter((dose) => !dose.percent);
  const doses = weighed.length > 0 ? weighed : list.doses;
  const mg = chooseDose(
    doses.map((dose) => dose.mg),
    facts,
    ingredients,
  );
  if (mg === null || !(mg > 0) || isPartners(mg, doses, facts, ingredients)) return null;
  return { mg, per: doses.find((dose) => dose.mg === mg)?.per ?? (doses[0] as Dose).per };
}

/** A single amount above every marketed strength, beside a partner that outweighs the substance (`500MG` of acetaminophen). */
function isPartners(
  mg: number,
  doses: readonly Dose[],
  { strengths }: SubstanceFacts,
  { partners }: Ingredients,
): boolean {
  return (
    doses.length === 1 &&
    doses[0]?.per === null &&
    strengths.length > 0 &&
    mg > Math.max(...strengths) &&
    partners.some(({ weight }) => weight === 'heavier')
  );
}

/** A number without unit is a strength only where it is marketed and not the last of the text (the package size). */
function bareStrength(text: string, facts: SubstanceFacts): StrengthReading {
  const numbers = [
    ...text.matchAll(
      /(?<![\d.,#x-])(\d{1,3}(?:,\d{3})+|\d*\.?\d+)(?![\d.,a-z%@-]|\s*(?:g|gm|grams?|kg|ml|cc|l|oz|pt|ct|ea)\b)/g,
    ),
  ];
  const known = numbers.filter((match) => facts.strengths.includes(Number(match[1])));
  const candidate = known[0];
  if (
    !candidate ||
    new Set(known.slice(0, numbers.length > 1 ? -1 : undefined).map((match) => match[1])).size > 1
  )
    return { strength: null, rest: text };
  const isLast = numbers.length > 1 && candidate === numbers.at(-1);
  if (isLast) return { strength: null, rest: text };
  const rest =
    text.slice(0, candidate.index) +
    ' '.repeat(candidate[0].length) +
    text.slice(candidate.index + candidate[0].length);
  return { strength: { mg: Number(candidate[1]), per: null }, rest };
}

/** `10MG/325 TAB`: the partner's amount without its unit. `10MG/100CT` counts tablets. */
const PARTNER = /\s*\/\s*\d[\d.,]*(?!\d|\s*(?:ea|each|ct|count|cnt|@))/y;
/** `2; .5 mg/1; mg/1`: the FDA lists amounts and units apart. */
const UNITS =
  /(?:\s*;\s*(?:mg|mcg|ug|g|\[iu\]|meq)(?:\s*\/\s*(?:\d*\.?\d*\s*ml|\d*\.?\d*\s*g|1)(?![\d.]))?)+/y;

function blank(text: string, lists: readonly DoseList[]): string {
  return lists.reduce((left, { from, to, withUnit }) => {
    if (!withUnit) return left;
    let end = to;
    for (const more of [PARTNER, UNITS]) {
      more.lastIndex = end;
      end += more.exec(left)?.[0].length ?? 0;
    }
    return left.slice(0, from) + ' '.repeat(end - from) + left.slice(end);
  }, text);
}
