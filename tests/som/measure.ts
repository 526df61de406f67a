import { anomaly, anomalyKinds, type AnomalyKind, type AnomalyShape, type Case } from './anomalies';
import { monthOf } from './months';
import type { RealOrder } from './orders';
import { draw, randomFrom } from './random';

export type Score = (one: Case) => number;

/** Orders that are judged: with a past long enough for every rule that is compared. */
const LEAST_ORDERS = 12;
const LEAST_DAYS = 150;
/** Made-up orders of each kind a buyer. */
const PLACES = 8;

interface Scored {
  readonly buyer: string;
  /** Month of a substance, for real orders. */
  readonly month: number;
  readonly score: number;
}

export interface Scores {
  readonly real: readonly Scored[];
  /** By kind: the highest score of the cases that one made-up anomaly consists of. */
  readonly made: ReadonlyMap<AnomalyKind, readonly { readonly buyer: string; readonly score: number }[]>;
}

export function isJudged(orders: readonly RealOrder[], at: number): boolean {
  const [first, order] = [orders[0], orders[at]];
  return (
    at >= LEAST_ORDERS && first !== undefined && order !== undefined && order.day - first.day >= LEAST_DAYS
  );
}

/** Scores every real order with all before it, and made-up ones at places drawn by `seed`. */
export function scoreAll(
  buyers: ReadonlyMap<string, readonly RealOrder[]>,
  score: Score,
  shape: AnomalyShape,
  seed: number,
): Scores {
  const random = randomFrom(seed);
  const real: Scored[] = [];
  const made = new Map(anomalyKinds.map((kind) => [kind, [] as { buyer: string; score: number }[]]));
  for (const [buyer, orders] of buyers) {
    const places = [...orders.keys()].filter((at) => isJudged(orders, at));
    for (const at of places) {
      const order = orders[at] as RealOrder;
      real.push({ buyer, month: monthOf(order.day), score: score({ past: orders.slice(0, at), order }) });
    }
    for (const at of draw(places, PLACES, random))
      for (const kind of anomalyKinds) {
        const scores = anomaly(orders, at, kind, shape).map(score);
        made.get(kind)?.push({ buyer, score: Math.max(...scores) });
      }
  }
  return { real, made };
}

/** Highest score of each substance and month of those buyers. */
function monthsOf({ real }: Scores, buyers: ReadonlySet<string>): number[] {
  const highest = new Map<string, number>();
  for (const { buyer, month, score } of real)
    if (buyers.has(buyer)) {
      const key = `${buyer} ${String(month)}`;
      highest.set(key, Math.max(highest.get(key) ?? -Infinity, score));
    }
  return [...highest.values()];
}

/** The score above which `budget` of the substance-months of those buyers hold an alert. */
export function thresholdFor(scores: Scores, buyers: ReadonlySet<string>, budget: number): number {
  const sorted = monthsOf(scores, buyers).sort((a, b) => b - a);
  return sorted[Math.floor(budget * sorted.length)] ?? Infinity;
}

export interface Measured {
  /** Share of substance-months with an alert. */
  readonly alerts: number;
  readonly recalls: Readonly<Record<AnomalyKind, number>>;
  readonly recall5: number;
  readonly recall7: number;
}

export function measure(scores: Scores, buyers: ReadonlySet<string>, threshold: number): Measured {
  const months = monthsOf(scores, buyers);
  const recalls = anomalyKinds.map((kind) => {
    const those = (scores.made.get(kind) ?? []).filter(({ buyer }) => buyers.has(buyer));
    return those.filter(({ score }) => score > threshold).length / those.length;
  });
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return {
    alerts: months.filter((score) => score > threshold).length / months.length,
    recalls: Object.fromEntries(
      anomalyKinds.map((kind, index) => [kind, recalls[index]]),
    ) as Measured['recalls'],
    recall5: mean(recalls.slice(0, 5)),
    recall7: mean(recalls),
  };
}
