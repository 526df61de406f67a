import type { NewEvent } from '@/lib/archive';
import { judgeAct, type LegalAct, type OrderState } from '@/lib/order';
import { turnedUp, type SeenOn } from './turned-up';

/** The state alone, without a reason: no statement yet (21 CFR 1305.25(b)). */
const BARE = /^\W*((the\s+)?order\s+)?(not[\s_]+accepted|rejected|refused|declined|denied)?\W*$/i;

/** Refused, and nothing came after it that takes that back. */
const REFUSED: readonly string[] = ['not-accepted', 'cancelled'];

/**
 * 21 CFR 1305.25: what it adds that a supplier's page or file says it did not take the order, judged as by hand: also after the
 * purchaser's own notice or day 60, when its statement is still to be linked. Once accepted, an order is voided or shipped,
 * not refused: a later "not accepted" speaks of another try with its number. `words` may name the state alone; a statement
 * seen after that is linked. Said again, it adds nothing.
 */
export function refusalEvents(order: OrderState, words: string, on: SeenOn): NewEvent[] {
  const found = turnedUp(order, words, on);
  const known = found.length > 0 ? { ...order, turnedUpOn: on.today } : order;
  const may = (act: LegalAct) =>
    !judgeAct(known, act, { today: on.today }).some(({ severity }) => severity === 'blocks');
  if (may({ kind: 'not-accept' }))
    return [...found, { type: 'order.not-accepted', payload: { statement: words, seen: on.seen } }];
  const isNew = REFUSED.includes(order.phase) && !BARE.test(words) && BARE.test(order.statement ?? words);
  return isNew && may({ kind: 'link-statement', statement: words })
    ? [{ type: 'order.statement-linked', payload: { statement: words, file: null, seen: on.seen } }]
    : [];
}
