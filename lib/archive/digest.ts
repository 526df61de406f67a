import { limits, type PlainDate } from '@/lib/base';
import type { Contribution, DigestRow } from './rows';

/** Day counted from 1970-01-01; null for what is no day of the calendar. */
export function dayNumber(date: PlainDate): number | null {
  const ms = Date.parse(`${date}T00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? null : ms / 86_400_000;
}

export function dateOfDay(day: number): PlainDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10) as PlainDate;
}

/** `YYYY-MM` of a day counted from 1970-01-01. */
export function monthOfDay(day: number): string {
  return dateOfDay(day).slice(0, 7);
}

/** The day before the month's first, so that a day of the month is added to it. */
export function dayZero(month: string): number {
  return Date.parse(`${month}-01T00:00Z`) / 86_400_000 - 1;
}

/** Whether so many milligrams can be real (as `lib/som` takes them). */
function isAmount(mg: number): boolean {
  return mg >= limits.somMinMg && mg <= limits.somMaxMg;
}

interface Slot {
  readonly day: number;
  readonly supplierId: string;
  ordered: boolean;
  ug: number;
  milli: number;
  backUg: number;
  backMilli: number;
}

/** What was bought and what went back in a sum; each is left out where it can't be real. */
function partsOf({ baseUg, milliUnits, backUg = 0, backMilliUnits = 0 }: Contribution) {
  // Sums of purged records from before returns were told apart are negative where more went back.
  const isNet = baseUg + backUg < 0;
  const bought = isNet ? null : { ug: baseUg + backUg, milli: milliUnits + backMilliUnits };
  const back = isNet ? { ug: -baseUg, milli: -milliUnits } : { ug: backUg, milli: backMilliUnits };
  return {
    bought: bought && isAmount(bought.ug / 1_000) ? bought : null,
    back: isAmount(back.ug / 1_000) ? back : null,
  };
}

/** A month of a substance from its daily sums, in any order; null where none of them counts. */
export function digestOf(
  substanceCode: string,
  month: string,
  sums: readonly Contribution[],
): DigestRow | null {
  const slots = new Map<string, Slot>();
  const strengths = new Map<number, { milli: number; day: number }>();
  for (const sum of sums) {
    const number = dayNumber(sum.date);
    const { bought, back } = partsOf(sum);
    if (number === null || (!bought && !back)) continue;
    const { supplierId, strengthMg } = sum;
    const day = number - dayZero(month);
    const key = `${String(day)} ${supplierId}`;
    const slot = slots.get(key) ?? {
      ...{ day, supplierId, ordered: false, ug: 0, milli: 0, backUg: 0, backMilli: 0 },
    };
    slots.set(key, slot);
    if (back) {
      slot.backUg += back.ug;
      slot.backMilli += back.milli;
    }
    if (!bought) continue;
    slot.ordered = true;
    slot.ug += bought.ug;
    slot.milli += bought.milli;
    if (!isAmount(strengthMg)) continue;
    const known = strengths.get(strengthMg) ?? { milli: 0, day };
    strengths.set(strengthMg, { milli: known.milli + bought.milli, day: Math.min(known.day, day) });
  }
  if (slots.size === 0) return null;
  const rows = [...slots.values()].sort((a, b) => a.day - b.day || (a.supplierId < b.supplierId ? -1 : 1));
  const suppliers = [...new Set(rows.map(({ supplierId }) => supplierId))].sort();
  const places = new Map(suppliers.map((id, at) => [id, at]));
  return {
    ...{ substanceCode, month, suppliers },
    supplier: Uint16Array.from(rows, ({ supplierId }) => places.get(supplierId) ?? 0),
    day: Uint8Array.from(rows, ({ day }) => day),
    ordered: Uint8Array.from(rows, ({ ordered }) => (ordered ? 1 : 0)),
    ug: Float64Array.from(rows, ({ ug }) => ug),
    milli: Float64Array.from(rows, ({ milli }) => milli),
    backUg: Float64Array.from(rows, ({ backUg }) => backUg),
    backMilli: Float64Array.from(rows, ({ backMilli }) => backMilli),
    strengths: [...strengths]
      .sort(([a], [b]) => a - b)
      .map(([strengthMg, { milli, day }]) => [strengthMg, milli, day] as const),
  };
}

export interface DigestSlot {
  /** From 1970-01-01. */
  readonly day: number;
  readonly supplierId: string;
  readonly ordered: boolean;
  readonly ug: number;
  readonly milli: number;
  readonly backUg: number;
  readonly backMilli: number;
}

/** By day and supplier. */
export function* slotsOf(digest: DigestRow): Generator<DigestSlot> {
  const zero = dayZero(digest.month);
  for (let at = 0; at < digest.day.length; at++)
    yield {
      day: zero + (digest.day[at] ?? 0),
      supplierId: digest.suppliers[digest.supplier[at] ?? 0] ?? '',
      ordered: digest.ordered[at] === 1,
      ug: digest.ug[at] ?? 0,
      milli: digest.milli[at] ?? 0,
      backUg: digest.backUg[at] ?? 0,
      backMilli: digest.backMilli[at] ?? 0,
    };
}
