import { median } from '../../lib/som/statistics/median';
import type { Case } from './anomalies';
import { monthOf } from './months';

/** Rules as regulators, settlements and papers publish them; the larger, the more unusual, `at` is where they alert. */
export interface PublishedRule {
  readonly name: string;
  readonly at: number;
  readonly score: (one: Case) => number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The order's month with it, and the months before, newest first. */
function months({ past, order }: Case, back: number): { readonly total: number; readonly before: number[] } {
  const now = monthOf(order.day);
  const of = (month: number) => {
    const from = past.findLastIndex(({ day }) => monthOf(day) < month) + 1;
    return sum(past.slice(from).flatMap(({ day, baseMg }) => (monthOf(day) === month ? [baseMg] : [])));
  };
  const before = Array.from({ length: back }, (_, index) => of(now - 1 - index));
  return { total: of(now) + order.baseMg, before };
}

const lastOrders = ({ past }: Case) => past.slice(-40).map(({ baseMg }) => baseMg);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low + (high - low) * (at - Math.floor(at));
}

function times12MonthAverage(one: Case): number {
  const { total, before } = months(one, 12);
  const average = sum(before) / 12;
  return average > 0 ? total / average : Infinity;
}

export const publishedRules: readonly PublishedRule[] = [
  {
    name: '6-month maximum',
    at: 1,
    score(one) {
      const { total, before } = months(one, 6);
      const highest = Math.max(...before);
      return highest > 0 ? total / highest : Infinity;
    },
  },
  { name: '2 × 12-month average', at: 2, score: times12MonthAverage },
  { name: '3 × 12-month average', at: 3, score: times12MonthAverage },
  {
    name: '8,000 dosage units a month',
    at: 8_000,
    score(one) {
      const { total } = months(one, 0);
      const { byStrength, baseMg } = one.order;
      const strengths = [...byStrength.keys()];
      // Of the order's own mean strength; the sample's orders without one are injections and powder.
      const units = sum([...byStrength].map(([strength, mg]) => mg / strength));
      return strengths.length === 0 ? 0 : (total * units) / baseMg;
    },
  },
  {
    name: 'MAD 3.5',
    at: 3.5,
    score(one) {
      const values = lastOrders(one);
      const middle = median(values);
      const mad = median(values.map((value) => Math.abs(value - middle)));
      return mad > 0 ? (0.6745 * (one.order.baseMg - middle)) / mad : 0;
    },
  },
  {
    name: 'Tukey 1.5',
    at: 1.5,
    score(one) {
      const values = lastOrders(one);
      const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
      return high > low ? (one.order.baseMg - high) / (high - low) : one.order.baseMg > high ? Infinity : 0;
    },
  },
];
