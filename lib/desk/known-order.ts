import type { Directory } from '@/lib/archive';
import { parseOrderNumber } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import { SURE, type Evidence, type PortalProfile } from '@/lib/portal';
import type { DeskPorts } from './ports';
import { registrantNamed } from './registrants';

/**
 * The order that a supplier's page means by a number. Two locations, or two suppliers, may have used the same one: the
 * page's purchaser decides. Null where none is known here, or it can't be told which.
 */
export async function knownOrder(
  { archive }: Pick<DeskPorts, 'archive'>,
  directory: Directory,
  {
    number: text,
    purchaserDea,
    supplier,
  }: { readonly number: string; readonly purchaserDea: Evidence | null; readonly supplier: PortalProfile },
): Promise<OrderState | null> {
  const number = parseOrderNumber(text);
  if (number === null) return null;
  const ofSupplier = (await archive.ordersByNumber(number)).filter(
    ({ supplierId }) => supplierId === supplier.id,
  );
  const [order, ...more] = ofSupplier.filter(({ draft }) => isOf(directory, draft.purchaser, purchaserDea));
  return order && more.length === 0 ? order : null;
}

/** Whether an order may be of the location that a page names; a page that names none, or not surely, may mean any. */
export function isOf(
  directory: Directory,
  { deaNumber }: { readonly deaNumber: string | null },
  purchaserDea: Evidence | null,
): boolean {
  if (!purchaserDea || purchaserDea.confidence < SURE) return true;
  const own = registrantNamed(directory, deaNumber)?.deaNumber ?? deaNumber;
  const named = registrantNamed(directory, purchaserDea.text)?.deaNumber ?? purchaserDea.text;
  return own === null || own === named;
}
