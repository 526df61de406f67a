import { parseDeaNumber } from '@/lib/base';
import type { OrderDraft } from '@/lib/order';

/** Another location's order of the same lines is its own; one that names no buyer may be this one's. */
export function isSameBuyer({ purchaser: a }: OrderDraft, { purchaser: b }: OrderDraft): boolean {
  const [one, other] = [a, b].map(({ deaNumber }) => parseDeaNumber(deaNumber ?? ''));
  return one === null || other === null || one === other;
}
