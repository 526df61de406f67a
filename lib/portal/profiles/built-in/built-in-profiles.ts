import type { PortalProfile } from '../profile';
import { portal } from './portal';

/** Portals that are known from public help pages and code (2015–2026); each may have changed since. */
export const builtInProfiles: readonly PortalProfile[] = [
  portal({
    id: 'cardinal-order-express',
    name: 'Cardinal Health',
    hosts: ['orderexpress.cardinalhealth.com'],
    // Optional columns shift the positions here, so columns go by their headers alone.
    columns: {
      ndc: 'ndc',
      description: 'trade name',
      strength: 'strength',
      form: 'form',
      packageSize: 'size',
      itemNumber: 'cin',
      packages: 'order qty',
      shipped: 'ship qty',
      cut: 'omit code',
      schedule: 'class',
    },
    // The CSOS number appears as purchase order number.
    values: { orderNumber: 'po #', invoiceNumber: 'invoice #' },
  }),
  portal({
    id: 'mckesson-connect',
    name: 'McKesson',
    hosts: ['connect.mckesson.com'],
    frames: ['applicationPage'],
    columns: { ndc: 'ndc/upc/udi#', itemNumber: 'item#', description: 'item description', unit: 'um' },
    values: { orderNumber: 'csos id' },
  }),
  portal({
    id: 'cencora-abc-order',
    name: 'Cencora',
    hosts: ['abcorder.amerisourcebergen.com'],
    columns: { itemNumber: 'abc #' },
  }),
  portal({ id: 'anda', name: 'Anda', hosts: ['*.andanet.com'] }),
  portal({
    id: 'mutual-drug',
    name: 'Mutual Drug',
    hosts: ['*.mutualdrug.com'],
    columns: { itemNumber: 'item #', description: 'description', ndc: 'ndc' },
  }),
];
