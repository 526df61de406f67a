import { addDays, limits, type PlainDate } from '@/lib/base';
import { foldOrder, foldRequest, type BesideEvent, type OrderEvent, type OrderState } from '@/lib/order';
import { heldByOrder, holdsNothing } from './contributions';
import { countedPackages } from './counted-packages';
import { cutsOf, shiftCuts } from './cuts';
import type { Envelope } from './envelope';
import { byTime } from './hybrid-time';
import { partOfPurged } from './part-of-purged';
import { productsOf } from './products-of';
import { projectBeside } from './project-beside';
import type { ProjectionStore } from './projection-store';
import type { Held, OrderRow } from './rows';
import { shiftWords } from './search';
import { shiftHeld } from './shift-held';

const ALWAYS = '9999-12-31' as PlainDate;

/** Last day on which an order asks for something; null when it is done. */
function openUntil(state: OrderState): PlainDate | null {
  if (state.receiptOpen || state.portalReceiptOpen) return ALWAYS;
  switch (state.phase) {
    case 'not-accepted':
      return state.statementLinked ? null : ALWAYS;
    case 'lost':
      // It came to light: the supplier's word that it isn't accepted has to be linked (1305.26).
      if (state.turnedUpOn !== null) return ALWAYS;
      // Lost while its replacement isn't signed: until day 60 somebody may still wait for the goods.
      return state.replacedBy ? null : addDays(state.orderedOn, limits.orderValidDays);
    case 'received':
    case 'void':
    case 'cancelled':
      return null;
    case 'expired':
      return state.closedOn && addDays(state.closedOn, limits.expiredShownDays);
    default:
      // Day 60 may pass while nobody looks: it stays open until that is recorded.
      return ALWAYS;
  }
}

/** All events of an order or request, oldest first, over all chains. */
export async function streamOf(db: Pick<ProjectionStore, 'events'>, orderId: string): Promise<Envelope[]> {
  return (await db.events.where('orderId').equals(orderId).toArray()).sort(byTime);
}

const BESIDE = /^(record|loss)\./;

export function orderEventsOf(stream: readonly Envelope[]): OrderEvent[] {
  return stream.map(
    ({ registrant, station, seq, type, payload, time, who }) =>
      ({ id: `${registrant}/${station}/${seq}`, type, payload, time: time[0], who }) as OrderEvent,
  );
}

/**
 * Writes what an order's stream adds up to: order, request, and the shift of its series. Of a stream that came back in part
 * after it was purged, it is shown what the part says; it counts nowhere and asks for nothing. Inside a transaction.
 */
export async function projectStream(
  db: ProjectionStore,
  orderId: string,
  stream: readonly Envelope[],
): Promise<void> {
  const events = orderEventsOf(stream);
  const { isPart, wasPart } = await partOfPurged(db, orderId, stream.length);
  if (stream[0] && BESIDE.test(stream[0].type))
    return projectBeside(db, orderId, { events: events as unknown as readonly BesideEvent[], isPart });
  const request = foldRequest(events);
  if (request) {
    const open = request.state.phase === 'open' && !isPart ? { open: 1 as const } : {};
    const warned = request.warned ? { warnedAt: request.warned.at } : {};
    await db.requests.put({ requestId: orderId, ...open, ...warned, ...request });
  }
  const state = foldOrder(orderId, events);
  const first = stream[0];
  if (!state || !first) return;
  const before = await db.orders.get(orderId);
  const products = await productsOf(db);
  // Draft and day never change after the first event: only how much of each line counts moves what an order contributes.
  const same =
    !wasPart && before?.products && countedPackages(before.state).join() === countedPackages(state).join();
  const held = isPart ? holdsNothing : same ? heldIn(before) : heldByOrder(state, products);
  const cuts = isPart ? [] : cutsOf(state, products);
  const until = isPart ? null : openUntil(state);
  const row: OrderRow = {
    orderId,
    orderedOn: state.orderedOn,
    wall: first.time[0],
    counter: first.time[1],
    ...(state.number !== null && { number: state.number }),
    ...(until !== null && { openUntil: until }),
    state,
    ...held,
    cuts,
  };
  await db.orders.put(row);
  await shiftWords(db, before, row);
  if (isPart || !same) await shiftHeld(db, before, held);
  await shiftCuts(db, before?.cuts ?? [], cuts);
}

function heldIn({ products = [], contributions, unrecognised }: OrderRow): Held {
  return { products, contributions, ...(unrecognised && { unrecognised }) };
}
