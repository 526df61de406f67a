import type { Order } from '@/lib/order';
import { writeCsosOrder } from './write-csos-order';
import { writeX12Order } from './x12/write-x12-order';

export const documentForms = ['csos-xml', 'x12-850'] as const;
/** The form in which a supplier takes orders. */
export type DocumentForm = (typeof documentForms)[number];

/** The bytes to sign, in the supplier's form. Throws as `writeCsosOrder` and `writeX12Order`. */
export function writeOrder(order: Order, form: DocumentForm): Uint8Array<ArrayBuffer> {
  return form === 'x12-850' ? writeX12Order(order) : writeCsosOrder(order);
}
