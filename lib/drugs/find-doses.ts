/** One amount of a strength, in milligrams, and the volume or time it is in. */
export interface Dose {
  readonly mg: number;
  /** `ml` where the amount is per millilitre (already divided), `h` per hour, null per unit. */
  readonly per: 'ml' | 'h' | null;
  /** Written as a percentage (of weight in volume): 1 % = 10 mg/mL. */
  readonly percent: boolean;
}

/** Amounts that stand together (`10-325MG`, `325 mg-5 mg`, `5 mg/1, 325 mg/1`), and where in the text. */
export interface DoseList {
  readonly doses: readonly Dose[];
  readonly from: number;
  readonly to: number;
  /** Whether any unit was written; a bare pair (`10/325`) is weaker evidence. */
  readonly withUnit: boolean;
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`;
const UNIT = String.raw`(?:mgs?|mcg|ug|grams?|gm|g(?![a-z])|%)`;
/** Amounts are per one tablet: `10MG/325 TAB` is 10 mg and 325 mg, not 10 mg in 325 tablets. */
const DENOMINATOR = String.raw`(?:/\s*(?:(${NUMBER})?\s*(ml|l|hrs?|hours?|h|spray|actuation|act|actuat|dose|gm|g)|(?:1\s*)?(tab|tablet|cap|each|ea))\b|/\s*(1)(?!\d|[.,]\d|\s*-?\s*\d|\s*mg))`;
const AMOUNT = new RegExp(String.raw`(?<![\d.a-z#])(${NUMBER})\s*(${UNIT}(?![a-z]))?\s*${DENOMINATOR}?`, 'y');
const NEXT = /\s*[-/,;&+]\s*/y;
const MG: Readonly<Record<string, number>> = {
  mg: 1,
  mgs: 1,
  mcg: 0.001,
  ug: 0.001,
  g: 1000,
  gm: 1000,
  gram: 1000,
  grams: 1000,
  '%': 10,
};

interface Raw {
  readonly value: number;
  readonly unit: string | null;
  readonly volume: number | null;
  readonly measure: string | null;
}

/** Reads every list of amounts from folded text; weights (`5 gm` of powder) are packages, not strengths. */
export function findDoses(text: string): readonly DoseList[] {
  const lists: DoseList[] = [];
  for (let at = 0; at < text.length;) {
    const read = readList(text, at);
    if (read === null) {
      at += 1;
      continue;
    }
    // `100/5ML` says milligrams by its volume alone, as weakly as a bare pair does.
    const tells = read.raws.some(({ unit, measure }) => unit !== null || measure === 'ml');
    if ((tells || read.raws.length > 1) && !read.raws.some(isWeight)) {
      lists.push({
        doses: complete(read.raws),
        from: at,
        to: read.to,
        withUnit: read.raws.some((raw) => raw.unit !== null),
      });
    }
    at = read.to;
  }
  return lists;
}

function readList(text: string, from: number): { readonly raws: readonly Raw[]; readonly to: number } | null {
  const raws: Raw[] = [];
  let to = from;
  for (let at = from; ;) {
    AMOUNT.lastIndex = at;
    const match = AMOUNT.exec(text);
    if (!match || match[0] === '') break;
    const previous = raws.at(-1);
    // `5 mg/1, 325`: a list goes on only while its parts can be parts of one strength, not into a package size.
    if (previous?.unit && !match[2] && !/^-/.test(text.slice(to).trim())) break;
    raws.push({
      value: Number((match[1] as string).replace(/,/g, '')),
      unit: match[2] ?? null,
      volume: match[3] ? Number(match[3].replace(/,/g, '')) : match[6] ? 1 : null,
      measure: match[4] ?? match[5] ?? null,
    });
    to = at + match[0].trimEnd().length;
    // What a patch delivers an hour stands alone; what follows (`25MCG/HR - 2.5MG`) is what it holds.
    if (match[4]?.startsWith('h')) break;
    NEXT.lastIndex = to;
    const next = NEXT.exec(text);
    if (!next) break;
    at = to + next[0].length;
  }
  return raws.length === 0 ? null : { raws, to };
}

/** Grams of nothing in particular: no product of the table is dosed in whole grams. */
function isWeight({ unit, measure }: Raw): boolean {
  return measure === null && unit !== null && /^g/.test(unit);
}

/** Units and volumes written once at the end hold for the whole list (`120-12MG/5ML`). */
function complete(raws: readonly Raw[]): readonly Dose[] {
  const unitAfter = (i: number) =>
    raws.slice(i).find((raw) => raw.unit !== null)?.unit ??
    raws.find((raw) => raw.unit !== null)?.unit ??
    'mg';
  const measured = raws.find((raw) => raw.measure !== null);
  return raws.map((raw, i) => {
    const unit = unitAfter(i);
    const percent = unit === '%';
    const measure = raw.measure ?? measured?.measure ?? null;
    const volume = raw.volume ?? (raw.measure === null ? measured?.volume : null) ?? 1;
    const per = percent
      ? 'ml'
      : measure === null
        ? null
        : /^(?:ml|l|gm|g)$/.test(measure)
          ? 'ml'
          : /^h/.test(measure)
            ? 'h'
            : null;
    const divisor = percent || measure === null ? 1 : volume * (measure === 'l' ? 1000 : 1);
    return { mg: round((raw.value * (MG[unit] as number)) / (divisor > 0 ? divisor : 1)), per, percent };
  });
}

function round(value: number): number {
  return Number(value.toPrecision(9));
}
