import type { ActKind } from '@/lib/desk';
import type { OrderState } from '@/lib/order';

/** The act that an order waits for, if it waits for one; receipts have a page of their own and come first. */
export function dueAct(state: OrderState): ActKind | null {
  if (state.receiptOpen) return null;
  if (state.portalReceiptOpen) return 'portal-receive';
  if (state.phase === 'not-accepted' && !state.statementLinked) return 'link-statement';
  if (state.phase !== 'lost') return null;
  if (state.turnedUpOn !== null) return 'not-accept';
  return state.replacedBy === null ? 'replace' : null;
}
