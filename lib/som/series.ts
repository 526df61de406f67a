import { limits, type PlainDate } from '@/lib/base';
import { median } from './statistics/median';
import type { SeriesPoint } from './assessment';

/** One past order, its day counted from 1970-01-01. */
export interface PastOrder {
  readonly day: number;
  readonly supplierId: string;
  readonly baseMg: number;
}

/** A substance's past as the components need it. */
export interface Series {
  /** Orders, oldest first. */
  readonly orders: readonly PastOrder[];
  /** Orders and returns, oldest first. */
  readonly movements: readonly PastOrder[];
  /** The orders that a usual order is judged by: the last 40 within 365 days, or the last 10 where those are fewer than 5. */
  readonly recent: readonly PastOrder[];
  /** Median of `recent` in milligrams; NaN without orders. */
  readonly usualMg: number;
  /** Day of the candidate. */
  readonly today: number;
}

const RECENT_ORDERS = 40;
const RECENT_DAYS = 365;
const FEW = 5;
const LAST_ORDERS = 10;

export function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00Z`) / 86_400_000;
}

/** Whether so many milligrams (or units) can be real; NaN and infinities can't. */
export function isAmount(value: number | null): value is number {
  return value !== null && value >= limits.somMinMg && value <= limits.somMaxMg;
}

/** Sums each supplier's day, leaves out what can't have happened (the future, amounts that are no numbers). */
export function seriesOf(points: readonly SeriesPoint[], date: PlainDate): Series {
  const today = dayNumber(date);
  const sums = new Map<string, PastOrder>();
  for (const { date: when, supplierId, baseMg } of points) {
    const day = dayNumber(when);
    if (!isAmount(Math.abs(baseMg)) || !(day <= today)) continue;
    const key = `${baseMg < 0 ? 'return' : 'order'} ${day} ${supplierId}`;
    sums.set(key, { day, supplierId, baseMg: baseMg + (sums.get(key)?.baseMg ?? 0) });
  }
  const movements = [...sums.values()].sort((a, b) => a.day - b.day);
  const orders = movements.filter(({ baseMg }) => baseMg > 0);
  const withinYear = orders.filter(({ day }) => today - day <= RECENT_DAYS).slice(-RECENT_ORDERS);
  const recent = withinYear.length < FEW ? orders.slice(-LAST_ORDERS) : withinYear;
  return { orders, movements, recent, usualMg: median(recent.map(({ baseMg }) => baseMg)), today };
}
