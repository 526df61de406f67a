import { limits, type PlainDate } from '@/lib/base';
import type { SeriesPoint } from './assessment';

/** Days that a comparison looks back, today included: growth needs last year's same quarter (som.md 3). */
export const PAST_DAYS = 460;
/** Orders that a usual order is judged by. */
export const LAST_ORDERS = 40;

/** One past order: what a supplier was asked for on a day. Days are counted from 1970-01-01. */
export interface PastOrder {
  readonly day: number;
  readonly baseMg: number;
}

/**
 * A substance's past as the components need it, of one size whatever its age: sums a day over all suppliers, and the last
 * orders. Strictly what came before the order at hand; orders of the same day at other suppliers are in it.
 */
export interface SubstancePast {
  /** Day of the last slot of the daily arrays: the day of the order at hand. */
  readonly today: number;
  /** Milligrams of base drug a day, returns taken off; `PAST_DAYS` long, oldest first. */
  readonly mg: Float64Array;
  /** Orders a day, each supplier's day one order; as long. Returns are none. */
  readonly orders: Uint16Array;
  /** Up to `LAST_ORDERS`, oldest first, from whenever they are. */
  readonly last: readonly PastOrder[];
  /** Day of the very first order; NaN where there is none. */
  readonly firstDay: number;
  /** Orders ever. */
  readonly count: number;
  /** Suppliers that it was ordered from, ever. */
  readonly suppliers: number;
  /** Strengths ever bought, in milligrams a unit. */
  readonly strengthsMg: readonly number[];
}

export function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00Z`) / 86_400_000;
}

/** Whether so many milligrams (or units) can be real; NaN and infinities can't. */
export function isAmount(value: number | null): value is number {
  return value !== null && value >= limits.somMinMg && value <= limits.somMaxMg;
}

/** Sums each supplier's day, leaves out what can't have happened (the future, amounts that are no numbers). */
export function pastOf(points: readonly SeriesPoint[], date: PlainDate): SubstancePast {
  const today = dayNumber(date);
  const ordersBy = new Map<string, PastOrder>();
  const mg = new Float64Array(PAST_DAYS);
  const orders = new Uint16Array(PAST_DAYS);
  const suppliers = new Set<string>();
  const strengths = new Set<number>();
  for (const { date: when, supplierId, baseMg, strengthMg } of points) {
    const day = dayNumber(when);
    if (!isAmount(Math.abs(baseMg)) || !(day <= today)) continue;
    const slot = PAST_DAYS - 1 - (today - day);
    if (slot >= 0) mg[slot] = (mg[slot] as number) + baseMg;
    if (baseMg < 0) continue;
    const key = `${day} ${supplierId}`;
    const known = ordersBy.get(key);
    if (!known && slot >= 0) orders[slot] = (orders[slot] as number) + 1;
    ordersBy.set(key, { day, baseMg: baseMg + (known?.baseMg ?? 0) });
    suppliers.add(supplierId);
    if (isAmount(strengthMg)) strengths.add(strengthMg);
  }
  const all = [...ordersBy.values()].sort((a, b) => a.day - b.day);
  return {
    today,
    mg,
    orders,
    last: all.slice(-LAST_ORDERS),
    firstDay: all[0]?.day ?? NaN,
    count: all.length,
    suppliers: suppliers.size,
    strengthsMg: [...strengths],
  };
}
