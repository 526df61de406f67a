import type { Order } from '@/lib/order';
import { readCsosOrder } from './read-csos-order';
import { readX12Order } from './x12/read-x12-order';

/** What a signed order says, whichever of our forms it is written in. Throws as `readCsosOrder` and `readX12Order`. */
export function readOrder(bytes: Uint8Array): Order {
  const isX12 = new TextDecoder('latin1').decode(bytes.subarray(0, 3)) === 'ISA';
  return isX12 ? readX12Order(bytes) : readCsosOrder(bytes);
}
