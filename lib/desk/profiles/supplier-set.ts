import type { Directory, NewEvent } from '@/lib/archive';
import type { PortalProfile } from '@/lib/portal';

/** The record of a supplier as it is from now on; which locations order there stays as it was. */
export function supplierSet(directory: Directory, supplier: PortalProfile): NewEvent {
  const registrants = directory.supplierRegistrants[supplier.id];
  return { type: 'supplier.set', payload: { supplier, ...(registrants ? { registrants } : {}) } };
}
