import { wholeVoidOn, type Life } from './life';
import type { LineState, OrderPhase } from './state';

type Origin = NonNullable<Life['origin']>;

/** Whether what the supplier says, or the portal's own signature, means that the order left this pharmacy. */
export function wentOut(life: Life, origin: Origin): boolean {
  return life.submitted || life.verdict === 'accepted' || (origin.kind === 'tracked' && life.number !== null);
}

/** Everything ordered is here. What was voided isn't waited for, unless the whole order is void. */
function isComplete(life: Life, lines: readonly LineState[]): boolean {
  const isWholeVoid = wholeVoidOn(life) !== null;
  return (
    lines.some(({ received }) => received > 0) &&
    lines.every(
      ({ ordered, shipped, received, voided }) =>
        received >= ordered || (voided && !isWholeVoid && received >= (shipped ?? 0)),
    )
  );
}

/**
 * The one word for where an order stands. What ends its balance (void, cancelled, day 60) comes before goods that moved
 * earlier; goods come before words that deny the whole order (not accepted, lost), since goods are facts.
 */
export function phaseOf(life: Life, origin: Origin, lines: readonly LineState[]): OrderPhase {
  if (origin.kind === 'tracked' && life.portalReceived) return 'received';
  if (isComplete(life, lines)) return 'received';
  if (wholeVoidOn(life) !== null) return 'void';
  if (life.cancelledOn !== null) return 'cancelled';
  const hasCome = lines.some(({ received }) => received > 0);
  const hasShipped = lines.some(({ shipped }) => (shipped ?? 0) > 0);
  if (life.expiredOn !== null && (hasCome || hasShipped)) return 'expired';
  if (hasCome) return 'partly-received';
  if (hasShipped)
    return lines.every(({ ordered, shipped, voided }) => voided || (shipped ?? 0) >= ordered)
      ? 'shipped'
      : 'partly-shipped';
  if (life.verdict === 'not-accepted') return 'not-accepted';
  if (life.lostOn !== null && life.verdict === null) return 'lost';
  if (life.expiredOn !== null) return 'expired';
  if (life.verdict === 'accepted') return 'accepted';
  return wentOut(life, origin) ? 'submitted' : origin.kind;
}
