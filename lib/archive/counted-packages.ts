import type { LineState, OrderPhase, OrderState } from '@/lib/order';

const TAKEN_BACK: ReadonlySet<OrderPhase> = new Set(['not-accepted', 'cancelled', 'lost']);
const CLOSED: ReadonlySet<OrderPhase> = new Set(['received', 'expired']);

function moved({ shipped, received }: LineState): number {
  return Math.max(shipped ?? 0, received);
}

/**
 * Packages of each line that count as purchased: an order is compared with what shipped, not with what was asked for (som.md
 * 2). What the supplier says it shipped, or what came where that is more; a balance that may still ship is on back-order and
 * counts once it does. While nobody said anything of the line, and nothing closed the order, as ordered. A portal that shows
 * an order as received, and no quantities, says so of all of it.
 */
export function countedPackages(state: OrderState): readonly number[] {
  const isSilent = state.lines.every((line) => line.shipped === null && line.received === 0);
  return state.lines.map((line) => {
    if (line.voided || TAKEN_BACK.has(state.phase) || line.shipped !== null || line.received > 0)
      return moved(line);
    return CLOSED.has(state.phase) && !(state.phase === 'received' && isSilent) ? 0 : line.ordered;
  });
}
