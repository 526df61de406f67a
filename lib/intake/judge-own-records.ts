import { finding, parseDeaNumber, parseOrderNumber } from '@/lib/base';
import type { Order } from '@/lib/order';
import type { Judged, VerifyOrderInput } from './types';

const NOT_ASKED: Judged = { result: 'not-asked', findings: [] };

/** Whether the order is addressed to this supplier: an order can't be endorsed to another (21 CFR 1305.23). */
export function judgeSupplier({ supplier }: Order, { supplierDea }: VerifyOrderInput): Judged {
  if (supplierDea === null) return NOT_ASKED;
  if (supplier.deaNumber === supplierDea) return { result: 'held', findings: [] };
  const params = { value: supplier.deaNumber, expected: supplierDea };
  const more = { params, field: 'supplier.deaNumber', rule: '21 CFR 1305.23' };
  return { result: 'failed', findings: [finding('blocks', 'order/supplier-differs', more)] };
}

/** Whether the purchaser used this number before (attacks.md 34); only the supplier's own records can tell. */
export function judgeNumber({ number, purchaser }: Order, { seen }: VerifyOrderInput): Judged {
  if (seen === null) return NOT_ASKED;
  // Compared as they are meant: a supplier's own list may hold them in lower case or with spaces.
  const used = seen.some(
    (before) =>
      parseOrderNumber(before.number) === number &&
      (before.purchaserDea === null || parseDeaNumber(before.purchaserDea) === purchaser.deaNumber),
  );
  if (!used) return { result: 'held', findings: [] };
  const more = { params: { number }, field: 'number', rule: '21 CFR 1305.21(b)(1)' };
  return { result: 'failed', findings: [finding('blocks', 'order/number-used', more)] };
}
