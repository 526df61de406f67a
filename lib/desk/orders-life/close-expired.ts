import type { OrderState } from '@/lib/order';
import { addDays, faultOf, legalDay, limits, type PlainDate } from '@/lib/base';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { registrantNamed } from '../registrants';

const DONE: ReadonlySet<string> = new Set([
  'received',
  'void',
  'cancelled',
  'lost',
  'expired',
  'not-accepted',
]);

/** Whether something of it could still have come: ended orders, and those that shipped whole, have nothing to close. */
function hasBalance({ phase, closedOn, lines }: OrderState): boolean {
  if (DONE.has(phase) || closedOn !== null) return false;
  return lines.some(({ balance }) => balance > 0) || lines.every(({ shipped }) => (shipped ?? 0) === 0);
}

/**
 * 1305.22(e): what hasn't shipped by day 60 of an order never will on it. Records that once for every order whose last day
 * is over, in the zone of its own location, and answers how many there were. Run as often as one likes. One that can't be
 * closed keeps no other open; what stopped the first of them is thrown in the end.
 */
export async function closeExpired(ports: DeskPorts): Promise<number> {
  // What is due says so already; nothing can be recorded until the overview is made anew.
  if ((await ports.archive.standing()).readOnly) return 0;
  const { directory, zone } = await situation(ports);
  const now = ports.clock.now();
  let closed = 0;
  const failures: unknown[] = [];
  for (const order of await ports.archive.openOrders()) {
    const place = registrantNamed(directory, order.draft.purchaser.deaNumber);
    const today = legalDay(now, place?.zone ?? zone);
    const on = addDays(order.orderedOn, limits.orderValidDays);
    if (on >= today || !hasBalance(order)) continue;
    try {
      if (await close(ports, order, on)) closed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return closed;
}

/** False where somebody else wrote in between: then the next run looks at it anew. */
async function close({ archive }: DeskPorts, order: OrderState, on: PlainDate): Promise<boolean> {
  const balance = order.lines
    .filter((line) => line.balance > 0)
    .map(({ line, balance: packages }) => ({ lineNumber: line.lineNumber, packages }));
  try {
    await archive.append({
      commandId: `expire-${order.orderId}-${order.version}`,
      who: 'system',
      orderId: order.orderId,
      expectedVersion: order.version,
      events: [{ type: 'order.expired', payload: { on, balance } }],
    });
    return true;
  } catch (error) {
    if (faultOf(error).code === 'archive/version-conflict') return false;
    throw error;
  }
}
