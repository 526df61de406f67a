import { canonicalJson, CountersignError, type Json } from '@/lib/base';
import { completeOrder, draftOf, type Order } from '@/lib/order';

/**
 * Throws an `order/*` code on an order that could not be signed, and `document/not-canonical` on one whose text isn't in
 * the form that `completeOrder` gives it.
 */
export function requireLegal(order: Order): void {
  const legal = completeOrder(draftOf(order));
  if (canonicalJson(legal as unknown as Json) !== canonicalJson(order as unknown as Json)) {
    throw new CountersignError('document/not-canonical', { detail: 'white space or letters' });
  }
}
