import type { NewEvent } from '@/lib/archive';
import { canonicalJson, sha256Hex, utf8, type Json } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import type { DeskPorts } from './ports';

/** Records what a page says of an order, as it stands; answers whether that was anything. */
export async function recordSeen(
  { archive }: DeskPorts,
  order: OrderState,
  events: readonly NewEvent[],
): Promise<boolean> {
  if (events.length === 0) return false;
  const what = sha256Hex(utf8(canonicalJson(events as unknown as Json)));
  await archive.append({
    commandId: `seen-${order.orderId}-${order.version}-${what}`,
    who: 'system',
    orderId: order.orderId,
    expectedVersion: order.version,
    events,
  });
  return true;
}
