import type { Directory } from '@/lib/archive';
import type { OrderDraft, SigningRequest } from '@/lib/order';
import { registrantOf } from './registrants';

/**
 * The draft of a request with its parties as the pharmacy knows them now: it may wait for days, in which a supplier's number or
 * an address is put right (21 CFR 1305.21(b)(2)–(5)). The purchaser's DEA number stays the one that was asked under, and
 * `checkOrder` compares it. Throws `registrant/missing`.
 */
export function currentDraft(
  directory: Directory,
  { draft, supplierId }: Pick<SigningRequest, 'draft' | 'supplierId'>,
): OrderDraft {
  const profile = directory.suppliers.find(({ id }) => id === supplierId);
  const { name, address } = registrantOf(directory, draft);
  return {
    ...draft,
    supplier: profile?.supplier ?? draft.supplier,
    purchaser: { ...draft.purchaser, name, address },
  };
}
