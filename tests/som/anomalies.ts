import { median } from '../../lib/som/statistics/median';
import type { RealOrder } from './orders';

/** recall5 is the mean over the first five, recall7 over all (som.md 4). */
export const anomalyKinds = ['2×', '3×', '5×', 'burst', 'split', 'new strength', 'dormant'] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

/** An order to be judged, and what came before it. */
export interface Case {
  readonly past: readonly RealOrder[];
  readonly order: RealOrder;
}

/** How large the made-up orders are; varied, so that a rule can't fit one choice. */
export interface AnomalyShape {
  /** Multiples are of this order, or of the usual one. */
  readonly of: 'this' | 'usual';
  readonly burst: number;
  readonly split: number;
}

const NEVER_BOUGHT_MG = 77;
const BURST_DAYS = [0, 1, 2, 4, 5, 6] as const;
const SPLIT_SUPPLIERS = 3;
const LEAST_SILENCE_DAYS = 120;

/** What would be judged if the order at `at` were of that kind: it is found where one of the cases is. */
export function anomaly(
  orders: readonly RealOrder[],
  at: number,
  kind: AnomalyKind,
  shape: AnomalyShape,
): readonly Case[] {
  const past = orders.slice(0, at);
  const order = orders[at] as RealOrder;
  const usual = median(lastYear(past, order.day).map(({ baseMg }) => baseMg));
  const times = (factor: number): readonly Case[] => {
    const baseMg = factor * (shape.of === 'this' ? order.baseMg : usual);
    return [{ past, order: scaled(order, baseMg) }];
  };
  switch (kind) {
    case '2×':
      return times(2);
    case '3×':
      return times(3);
    case '5×':
      return times(5);
    case 'burst':
      return oneByOne(
        past,
        BURST_DAYS.slice(0, shape.burst).map((later) => ({
          ...scaled(order, usual),
          day: order.day + later,
        })),
      );
    case 'split':
      return oneByOne(
        past,
        suppliersFor(past, order).map((supplierId, later) => ({
          ...scaled(order, (usual * shape.split) / SPLIT_SUPPLIERS),
          day: order.day + later,
          supplierId,
        })),
      );
    case 'new strength':
      return [{ past, order: { ...order, baseMg: usual, byStrength: new Map([[NEVER_BOUGHT_MG, usual]]) } }];
    case 'dormant': {
      const silence = Math.max(4 * median(gaps(past)), LEAST_SILENCE_DAYS);
      const day = Math.floor((past.at(-1) as RealOrder).day + silence);
      return [{ past, order: { ...scaled(order, 3 * usual), day } }];
    }
  }
}

function lastYear(past: readonly RealOrder[], day: number): readonly RealOrder[] {
  const recent = past.slice(-40).filter((old) => day - old.day <= 365);
  return recent.length < 5 ? past.slice(-10) : recent;
}

function gaps(past: readonly RealOrder[]): number[] {
  const days = [...new Set(past.map(({ day }) => day))];
  return days.slice(1).map((day, index) => day - (days[index] as number));
}

function scaled(order: RealOrder, baseMg: number): RealOrder {
  const byStrength = [...order.byStrength].map(
    ([strength, mg]) => [strength, (mg * baseMg) / order.baseMg] as const,
  );
  return { ...order, baseMg, byStrength: new Map(byStrength) };
}

/** Each after the ones before it. */
function oneByOne(past: readonly RealOrder[], orders: readonly RealOrder[]): readonly Case[] {
  return orders.map((order, index) => ({ past: [...past, ...orders.slice(0, index)], order }));
}

/** The supplier of the order, and others, the most used first. */
function suppliersFor(past: readonly RealOrder[], { supplierId }: RealOrder): readonly string[] {
  const counts = new Map<string, number>();
  for (const old of past) counts.set(old.supplierId, (counts.get(old.supplierId) ?? 0) + 1);
  const others = [...counts]
    .filter(([name]) => name !== supplierId)
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
  return [supplierId, ...others, 'never used', 'nor this'].slice(0, SPLIT_SUPPLIERS);
}
