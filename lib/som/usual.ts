import { median } from './statistics/median';
import type { PastOrder, SubstancePast } from './past';

const WITHIN_DAYS = 365;
const FEW = 5;
const LAST = 10;

/** The orders that a usual order is judged by: the last 40 within 365 days, or the last 10 where those are fewer than 5. */
export function usualOrders({ last, today }: SubstancePast): readonly PastOrder[] {
  const withinYear = last.filter(({ day }) => today - day <= WITHIN_DAYS);
  return withinYear.length < FEW ? last.slice(-LAST) : withinYear;
}

/** Their median in milligrams; NaN without orders. */
export function usualMg(past: SubstancePast): number {
  return median(usualOrders(past).map(({ baseMg }) => baseMg));
}
