import { rarity, type Calibration } from '../../../lib/som/calibration';
import { median } from '../../../lib/som/statistics/median';
import { negativeBinomialTail } from '../../../lib/som/statistics/negative-binomial-tail';
import type { Case } from '../anomalies';
import type { RealOrder } from '../orders';
import { monthOf } from '../months';
import { studentTTail } from './student-t-tail';

const SHARES = [0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const;
/** The columns of the table from the `from`th on. */
const calibration = (measures: readonly number[], from = 0): Calibration =>
  measures.map((measure, index) => [SHARES[from + index] as number, measure]);

const tables = {
  size: calibration([0.64, 0.88, 1.11, 1.41, 1.67, 1.93, 2.28, 2.55]),
  volume: calibration([0.7, 0.96, 1.26, 1.71, 2.15, 2.73, 3.65, 4.64]),
  burst: calibration([0.69, 0.88, 1.02, 1.27, 1.4, 1.57, 1.84, 2.04]),
  maxSix: calibration([0.78, 1, 1.14, 1.5, 2, 2.33]),
  dormancy: calibration([0.23, 0.57, 1.09, 1.57], 4),
  newStrength: calibration([0.37, 0.52], 6),
} as const;
const weights = { size: 1.15, volume: 0.85, burst: 0.9, newStrength: 1, dormancy: 1, maxSix: 0.85 } as const;
type Component = keyof typeof tables;

/** The score of som.md 3 with the formulas, calibration and weights given there; growth left out, it speaks once a month. */
export function givenScore({ past, order }: Case): number {
  const found = Object.entries(measures(past, order)).map(([name, value]) => {
    const component = name as Component;
    return weights[component] * rarity(tables[component], value);
  });
  found.sort((a, b) => b - a);
  return (found[0] ?? 0) + 0.15 * (found[1] ?? 0);
}

function measures(past: readonly RealOrder[], order: RealOrder): Partial<Record<Component, number>> {
  const n = past.length;
  if (n === 0) return {};
  const within = past.slice(-40).filter(({ day }) => order.day - day <= 365);
  const recent = (within.length < 5 ? past.slice(-10) : within).map(({ baseMg }) => baseMg);
  const usual = median(recent);
  const age = order.day - (past[0] as RealOrder).day;
  return {
    size: size(recent, order.baseMg),
    ...(n >= 6 && {
      volume: volume(past, order, usual),
      burst: burst(past, order),
      newStrength: newStrength(past, order, usual),
    }),
    ...(n >= 8 && { dormancy: dormancy(past, order, usual) }),
    ...(n >= 12 && age >= 150 && { maxSix: maxSix(past, order) }),
  };
}

function size(recent: readonly number[], baseMg: number): number {
  const logs = recent.map(Math.log);
  const m = median(logs);
  const ss = logs.reduce((sum, log) => sum + Math.max(-1.5, Math.min(1.5, log - m)) ** 2, 0);
  const freedom = 4 + logs.length;
  const variance = (4 * 0.45 ** 2 + ss) / freedom;
  return studentTTail((Math.log(baseMg) - m) / Math.sqrt(variance * (1 + 1 / (logs.length + 0.3))), freedom);
}

const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const between = (past: readonly RealOrder[], from: number, to: number) =>
  past.filter(({ day }) => day >= from && day <= to);

function overdispersed(counts: readonly number[], floor: number, prior: number, count: number): number {
  const n = counts.length;
  const average = n === 0 ? 0 : sumOf(counts) / n;
  const mean = (sumOf(counts) + Math.max(average, floor)) / (n + 1);
  const spread = sumOf(counts.map((one) => (one - average) ** 2));
  const phi = Math.max(1.05, (6 * prior + spread / Math.max(mean, 0.1)) / (6 + n));
  return negativeBinomialTail(count, mean, mean * phi * (1 + 1 / (n + 1)));
}

function volume(past: readonly RealOrder[], { day, baseMg }: RealOrder, usual: number): number {
  const mgOf = (from: number, to: number) => sumOf(between(past, from, to).map((old) => old.baseMg));
  const age = day - (past[0] as RealOrder).day;
  const blocks = Math.max(0, Math.min(12, Math.floor((age + 1) / 30) - 1));
  const earlier = Array.from(
    { length: blocks },
    (_, i) => mgOf(day - 30 * (i + 1) - 29, day - 30 * (i + 1)) / usual,
  );
  return overdispersed(earlier, 0.5, 1.6, Math.round((baseMg + mgOf(day - 29, day)) / usual));
}

function burst(past: readonly RealOrder[], { day }: RealOrder): number {
  const age = day - (past[0] as RealOrder).day;
  const weeks = Math.min(52, Math.max(1, Math.floor((age + 1) / 7) - 1));
  const earlier = Array.from(
    { length: weeks },
    (_, i) => between(past, day - 7 * (i + 1) - 6, day - 7 * (i + 1)).length,
  );
  return overdispersed(earlier, 0.25, 1.2, between(past, day - 6, day).length + 1);
}

function newStrength(past: readonly RealOrder[], { byStrength, baseMg }: RealOrder, usual: number): number {
  const isKnown = (strength: number) => past.some((old) => old.byStrength.has(strength));
  if (byStrength.size === 0 || [...byStrength.keys()].some(isKnown)) return 0;
  return Math.log10(past.length + 2) * Math.max(0.3, Math.min(2, baseMg / usual));
}

function dormancy(past: readonly RealOrder[], { day, baseMg }: RealOrder, usual: number): number {
  const days = [...new Set(past.map((old) => old.day))];
  const gap = median(days.slice(1).map((one, index) => one - (days[index] as number)));
  const limit = Math.max(3 * (Number.isNaN(gap) ? 0 : gap), 60);
  const since = day - (days.at(-1) as number);
  if (since <= limit) return 0;
  return ((0.6 + Math.min(3, since / limit - 1)) * Math.min(2.5, baseMg / usual)) / 1.5;
}

function maxSix(past: readonly RealOrder[], { day, baseMg }: RealOrder): number {
  const month = monthOf(day);
  const sums = new Map<number, number>();
  for (const old of past.slice(-400)) {
    const of = monthOf(old.day);
    sums.set(of, (sums.get(of) ?? 0) + old.baseMg);
  }
  const highest = Math.max(...[1, 2, 3, 4, 5, 6].map((back) => sums.get(month - back) ?? 0));
  return highest > 0 ? ((sums.get(month) ?? 0) + baseMg) / highest : 3;
}
