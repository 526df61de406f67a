import { orderEventsOf, type NewEvent } from '@/lib/archive';
import { canonicalJson, sha256Hex, utf8, type Json } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import type { DeskPorts } from './ports';

/**
 * Records what a page says of an order, as it stands; answers whether that was anything. What a person withdrew or put right
 * isn't recorded again because a tab still shows it.
 */
export async function recordSeen(
  { archive }: DeskPorts,
  order: OrderState,
  seen: readonly NewEvent[],
): Promise<boolean> {
  if (seen.length === 0) return false;
  const past = orderEventsOf(await archive.events(order.orderId));
  const corrected = new Set(
    past.flatMap((event) => (event.type === 'order.corrected' ? [event.payload.corrects] : [])),
  );
  const undone = new Set(past.filter(({ id }) => corrected.has(id)).map(saying));
  const events = seen.filter((event) => !undone.has(saying(event)));
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

function saying({ type, payload }: Pick<NewEvent, 'type' | 'payload'>): string {
  return canonicalJson({ type, payload } as unknown as Json);
}
