import type { LineState, OrderState } from '@/lib/order';
import { supplierOf, textOf } from './contributions';
import { countedPackages } from './counted-packages';
import { recognise, type Products } from './held';
import type { ProjectionStore } from './projection-store';
import type { CutRow } from './rows';
import { sameValue } from './same-value';

const WEIGHT = { 'shipped-less': 0, voided: 1, 'not-accepted': 2 } as const;

/** Why a line that brought less than was ordered brought no more: the supplier's doing alone, and only where it is done. */
function whyCut({ phase, lines }: OrderState, { voided }: LineState): CutRow['why'] | null {
  if (phase === 'not-accepted') return 'not-accepted';
  if (voided || phase === 'void') return 'voided';
  // Day 60 passed, and nobody entered what shipped: that the supplier cut the order is what nobody said.
  const isTold = lines.some(({ shipped, received }) => shipped !== null || received > 0);
  return isTold && (phase === 'expired' || phase === 'received') ? 'shipped-less' : null;
}

/** What the supplier didn't ship of an order, by substance: lines of one substance are one. */
export function cutsOf(state: OrderState, products: Products): CutRow[] {
  const counted = countedPackages(state);
  const cutAt = state.lines.map((line, at) =>
    (counted[at] ?? 0) < line.ordered ? whyCut(state, line) : null,
  );
  if (cutAt.every((why) => why === null)) return [];
  const cuts = new Map<
    string,
    Pick<CutRow, 'orderedMilli' | 'countedMilli'> & { why: CutRow['why'] | null }
  >();
  for (const [at, { line, ordered }] of state.lines.entries()) {
    const product = recognise(textOf(line), products).counted;
    if (!product || line.packages === null) continue;
    const before = cuts.get(product.substanceCode) ?? { orderedMilli: 0, countedMilli: 0, why: null };
    const why = cutAt[at] ?? null;
    const isStronger = why !== null && (before.why === null || WEIGHT[why] > WEIGHT[before.why]);
    const milli = (packages: number) => (packages > 0 ? product.amountOf(packages).milliUnits : 0);
    cuts.set(product.substanceCode, {
      orderedMilli: before.orderedMilli + milli(ordered),
      countedMilli: before.countedMilli + milli(counted[at] ?? 0),
      why: isStronger ? why : before.why,
    });
  }
  const { orderId, number, orderedOn: date } = state;
  return [...cuts].flatMap(([substanceCode, { why, ...sums }]): CutRow[] =>
    why === null
      ? []
      : [{ substanceCode, date, orderId, number, supplierId: supplierOf(state), ...sums, why }],
  );
}

const keyOf = ({ substanceCode, date, orderId }: CutRow): [string, string, string] => [
  ...([substanceCode, date, orderId] as const),
];

/** Brings the cut lines of an order from what they were to what they are. Inside a transaction. */
export async function shiftCuts(
  db: Pick<ProjectionStore, 'cuts'>,
  before: readonly CutRow[],
  after: readonly CutRow[],
): Promise<void> {
  if (sameValue(before, after)) return;
  const kept = new Set(after.map(({ substanceCode }) => substanceCode));
  const gone = before.filter(({ substanceCode }) => !kept.has(substanceCode));
  if (gone.length > 0) await db.cuts.bulkDelete(gone.map(keyOf));
  if (after.length > 0) await db.cuts.bulkPut(after);
}
