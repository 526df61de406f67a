import { addDays, type PlainDate } from '@/lib/base';
import type { SubstanceMonth } from '../month';
import { monthsBetween, monthsUpTo } from '../months';
import { dayNumber, type SubstancePast } from '../past';
import { median } from '../statistics/median';
import { soundUnits, sumUnits } from '../units';
import { expectedBand, BAND_MONTHS } from './expected-band';
import type { PictureMonth, SomConfidence, SubstancePicture } from './picture';

/** Bars of the picture. */
export const PICTURE_MONTHS = 13;
/** Months that are asked of the archive for it: each bar's band looks a year further back. */
export const PICTURE_REACH = PICTURE_MONTHS + BAND_MONTHS;
const FEW_ORDERS = 8;

export interface Pictured {
  /** Up to `PICTURE_REACH` calendar months, in any order; missing ones held nothing. */
  readonly months: readonly SubstanceMonth[];
  /** The substance's past before the order at hand: how much there ever was. */
  readonly past: Pick<SubstancePast, 'count' | 'firstDay' | 'suppliers'>;
  readonly today: PlainDate;
  /** Dosage units of the order at hand. */
  readonly candidate: number | null;
  readonly limit: number | null;
}

/** What is drawn of a substance. Pure; every number is finite, whatever the rows say. */
export function substancePicture({ months, past, today, candidate, limit }: Pictured): SubstancePicture {
  const byName = new Map(months.map((month) => [month.month, month]));
  const names = monthsUpTo(today, PICTURE_REACH);
  const totals = names.map((name) => sumUnits(byName.get(name)?.days ?? []));
  const first = past.count > 0 ? monthOf(past.firstDay) : null;
  const shown = names.slice(-PICTURE_MONTHS);
  const suppliers = suppliersOf(shown.map((name) => byName.get(name)));
  const order = new Map(suppliers.map(({ supplierId }, index) => [supplierId, index]));
  const bars = shown.map((month, index): PictureMonth => {
    const at = names.length - PICTURE_MONTHS + index;
    // Only months since the first order say what is usual.
    const earlier = totals.slice(at - BAND_MONTHS, at).filter((_, back) => {
      const name = names[at - BAND_MONTHS + back];
      return first !== null && name !== undefined && name >= first;
    });
    const stack = stackOf(byName.get(month)).toSorted(
      (a, b) => (order.get(a.supplierId) ?? 0) - (order.get(b.supplierId) ?? 0),
    );
    return { month, suppliers: stack, total: sumUnits(stack), expected: expectedBand(earlier) };
  });
  const days = orderDays(months, today);
  const gaps = gapsOf(days);
  const [last] = days.slice(-1);
  return {
    months: bars,
    suppliers,
    expected: bars.at(-1)?.expected ?? null,
    limit: limit !== null && limit > 0 && Number.isFinite(limit) ? limit : null,
    candidate: candidate !== null && soundUnits(candidate) > 0 ? { units: candidate } : null,
    gaps,
    usualGap: gaps.length < 2 ? null : median(gaps.map(({ days: between }) => between)),
    sinceLast: last === undefined ? null : dayNumber(today) - dayNumber(last),
    history: {
      orders: past.count,
      months: first === null ? 0 : Math.max(1, monthsBetween(first, today.slice(0, 7))),
      suppliers: past.suppliers,
    },
    confidence: confidenceOf(past.count),
  };
}

export function confidenceOf(orders: number): SomConfidence {
  if (orders === 0) return 'learning';
  return orders < FEW_ORDERS ? 'low' : 'usual';
}

function monthOf(day: number): string {
  return addDays('1970-01-01' as PlainDate, day).slice(0, 7);
}

/** What each supplier brought; one whose goods mostly went back takes nothing off the others. */
function stackOf(month: SubstanceMonth | undefined): { supplierId: string; units: number }[] {
  const sums = new Map<string, number>();
  for (const { supplierId, units } of month?.suppliers ?? [])
    sums.set(supplierId, (sums.get(supplierId) ?? 0) + soundUnits(units));
  return [...sums].flatMap(([supplierId, units]) => (units > 0 ? [{ supplierId, units }] : []));
}

function suppliersOf(months: readonly (SubstanceMonth | undefined)[]): SubstancePicture['suppliers'] {
  const sums = new Map<string, number>();
  for (const { supplierId, units } of months.flatMap(stackOf))
    sums.set(supplierId, (sums.get(supplierId) ?? 0) + units);
  return [...sums]
    .map(([supplierId, units]) => ({ supplierId, units }))
    .sort((a, b) => b.units - a.units || (a.supplierId < b.supplierId ? -1 : 1));
}

/** Days with an order, oldest first, of the months shown; the future is left out. */
function orderDays(months: readonly SubstanceMonth[], today: PlainDate): PlainDate[] {
  const shown = new Set(monthsUpTo(today, PICTURE_MONTHS));
  const days = months
    .filter(({ month }) => shown.has(month))
    .flatMap((month) => month.days)
    .filter(({ orders, date }) => orders > 0 && date <= today);
  return [...new Set(days.map(({ date }) => date))].sort();
}

function gapsOf(days: readonly PlainDate[]): SubstancePicture['gaps'] {
  return days.slice(1).map((date, index) => ({
    date,
    days: dayNumber(date) - dayNumber(days[index] as PlainDate),
  }));
}
