import { addDays, type PlainDate } from '@/lib/base';
import { families, isBenzodiazepine, isCarisoprodol, isOpioid, type FamilyId } from '@/lib/drugs';
import { dayNumber } from '../past';
import { soundUnits } from '../units';
import type { RatioFact } from './ratio-rows';
import type { RatioBlock } from './ratio-view';

export const BLOCK_DAYS = 90;
export const BLOCKS = 5;

/** Strengths that are diverted most (som.md 5), in milligrams a unit. */
export const highAbuseStrengths = [
  { family: 'oxycodone', strengthsMg: [15, 30] },
  { family: 'alprazolam', strengthsMg: [2] },
] as const satisfies readonly { readonly family: FamilyId; readonly strengthsMg: readonly number[] }[];

const familyOf = new Map<string, FamilyId>(
  families.flatMap(({ id, codes }) => codes.map((code) => [code, id] as const)),
);
const highAbuse: ReadonlyMap<string, readonly number[]> = new Map(
  highAbuseStrengths.map(({ family, strengthsMg }) => [family, strengthsMg]),
);

const zeros = () => new Float64Array(BLOCKS);

/** Five blocks of 90 days that end on a day, oldest first. */
export function blocksUntil(end: PlainDate): readonly RatioBlock[] {
  return Array.from({ length: BLOCKS }, (_, index) => {
    const to = addDays(end, -BLOCK_DAYS * (BLOCKS - 1 - index));
    return { from: addDays(to, 1 - BLOCK_DAYS), to };
  });
}

/** Sums of facts in blocks and months, added one by one, so that years of them need no more room than a day. */
export class RatioTally {
  readonly families = new Map<FamilyId, Float64Array>();
  readonly strong = new Map<string, Float64Array>();
  readonly nonControlled = zeros();
  readonly opioid = zeros();
  readonly benzodiazepine = zeros();
  readonly carisoprodol = zeros();
  /** Milligram morphine equivalents by `YYYY-MM`. */
  readonly mme = new Map<string, number>();
  /** Codes of opioids that have no factor here. */
  readonly withoutFactor = new Set<string>();
  /** First day of any fact of the blocks; `older`: some lie before them, so that the oldest block is whole as well. */
  first: PlainDate | null = null;
  older = false;
  /** Of each block the first day of a product that isn't controlled. */
  readonly firstNonControlled: (PlainDate | null)[] = Array.from({ length: BLOCKS }, () => null);
  readonly #end: number;
  readonly #kinds = new Map<number, number>();

  constructor(readonly end: PlainDate) {
    this.#end = dayNumber(end);
  }

  /** The block a day lies in, counted from the oldest; null outside of all. */
  #blockOf(date: PlainDate): number | null {
    const back = this.#end - dayNumber(date);
    const block = BLOCKS - 1 - Math.floor(back / BLOCK_DAYS);
    return back >= 0 && block >= 0 && block < BLOCKS ? block : null;
  }

  add({ date, substanceCode, strengthMg, units, mme }: RatioFact): void {
    const sound = soundUnits(units);
    const block = this.#blockOf(date);
    if (sound === 0) return;
    if (dayNumber(date) <= this.#end - BLOCK_DAYS * BLOCKS) this.older = true;
    if (block === null) return;
    if (this.first === null || date < this.first) this.first = date;
    if (substanceCode === null) {
      const first = this.firstNonControlled[block] ?? null;
      if (first === null || date < first) this.firstNonControlled[block] = date;
      shift(this.nonControlled, block, sound);
      return;
    }
    const family = familyOf.get(substanceCode);
    if (family !== undefined) {
      shift(rowOf(this.families, family), block, sound);
      if (strengthMg !== null && highAbuse.get(family)?.includes(strengthMg))
        shift(rowOf(this.strong, family), block, sound);
    }
    this.#combine(date, block, substanceCode, sound);
    if (!isOpioid(substanceCode)) return;
    const month = date.slice(0, 7);
    if (mme === null || !Number.isFinite(mme)) this.withoutFactor.add(substanceCode);
    else this.mme.set(month, (this.mme.get(month) ?? 0) + mme);
  }

  #combine(date: PlainDate, block: number, code: string, units: number): void {
    const kinds = [
      [this.opioid, isOpioid],
      [this.benzodiazepine, isBenzodiazepine],
      [this.carisoprodol, isCarisoprodol],
    ] as const;
    for (const [at, [sums, is]] of kinds.entries()) {
      if (!is(code)) continue;
      shift(sums, block, units);
      if (units > 0) this.#kinds.set(dayNumber(date), (this.#kinds.get(dayNumber(date)) ?? 0) | (1 << at));
    }
  }

  /** Days of each block on which opioid, benzodiazepine and carisoprodol were all bought. */
  combinedDays(): readonly number[] {
    const days = zeros();
    for (const [day, kinds] of this.#kinds)
      if (kinds === 0b111) shift(days, BLOCKS - 1 - Math.floor((this.#end - day) / BLOCK_DAYS), 1);
    return [...days];
  }
}

function shift(sums: Float64Array, block: number, units: number): void {
  sums[block] = (sums[block] ?? 0) + units;
}

function rowOf<K>(rows: Map<K, Float64Array>, key: K): Float64Array {
  const row = rows.get(key) ?? zeros();
  rows.set(key, row);
  return row;
}
