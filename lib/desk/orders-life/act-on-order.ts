import { CountersignError, type PlainDate } from '@/lib/base';
import { judgeAct, type LegalAct, type OrderState } from '@/lib/order';
import type { NewEvent } from '@/lib/archive';
import type { Act, Person } from '@/lib/people';
import { actAs } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { todayAt } from '../registrants';
import type { ActOnOrder } from './views';

/** Throws `order/unknown`. */
export async function knownOrder({ archive }: DeskPorts, orderId: string): Promise<OrderState> {
  const order = await archive.order(orderId);
  if (!order) throw new CountersignError('order/unknown', { number: orderId });
  return order;
}

/** An order, and today in the zone of the location it is of. Throws `order/unknown`. */
export async function orderToday(
  ports: DeskPorts,
  orderId: string,
): Promise<{ readonly order: OrderState; readonly today: PlainDate }> {
  const [order, here] = await Promise.all([knownOrder(ports, orderId), situation(ports)]);
  return { order, today: todayAt(ports, here, order.draft.purchaser.deaNumber) };
}

/** Throws the first thing that keeps an act from being done. */
export function requirePossible(order: OrderState, act: LegalAct, today: PlainDate): void {
  const against = judgeAct(order, act, { today }).find(({ severity }) => severity === 'blocks');
  if (against) throw new CountersignError(against.code, against.params);
}

/**
 * Who acts and whether they may; the order as it stands, and today where it belongs; then what `decide` makes of them,
 * written on that very version.
 */
export async function actOnOrder(
  ports: DeskPorts,
  on: ActOnOrder,
  may: Act,
  decide: (order: OrderState, person: Person, today: PlainDate) => NewEvent | readonly NewEvent[],
): Promise<void> {
  const person = await actAs(ports, on, may);
  const { commandId, orderId, expectedVersion } = on;
  // A retry of what was written finds the order further on; the archive answers it with what it wrote.
  if (await isWritten(ports, orderId, commandId)) return;
  const { order, today } = await orderToday(ports, orderId);
  const events = [decide(order, person, today)].flat();
  await ports.archive.append({ commandId, who: person.id, orderId, expectedVersion, events });
}

/** Whether this very act is on record: its answer was lost, and it is asked for once more. */
export async function isWritten(
  { archive }: DeskPorts,
  orderId: string,
  commandId: string,
): Promise<boolean> {
  return (await archive.events(orderId)).some((event) => event.commandId === commandId);
}
