import { Dexie } from 'dexie';
import { addDays, legalDay, type Clock, guarded } from '@/lib/base';
import type { Archive, StoredRequest } from './archive';
import type { ArchiveDatabase } from './database';
import { streamOf } from './project';
import type { RequestRow } from './rows';
import { ordersOfNumber } from './same-numbers';
import { searchOrders } from './search';

const ORDER_KEY = '[orderedOn+wall+counter+orderId]';

type Reads = Pick<
  Archive,
  | 'order'
  | 'orderByNumber'
  | 'ordersByNumber'
  | 'orders'
  | 'ordersBetween'
  | 'openOrders'
  | 'events'
  | 'request'
  | 'openRequests'
  | 'warnedRequests'
  | 'search'
>;

function storedRequest({ request, state, version, warned }: RequestRow): StoredRequest {
  return { request, state, version, ...(warned && { warned }) };
}

/** Orders and requests as they stand, each by an index. */
export function orderReads(db: ArchiveDatabase, clock: Clock): Reads {
  return {
    order: (orderId) => guarded(async () => (await db.orders.get(orderId))?.state ?? null),

    orderByNumber: (number) =>
      guarded(async () => (await db.orders.where('number').equals(number).first())?.state ?? null),

    ordersByNumber: (number) => guarded(() => ordersOfNumber(db, number)),

    orders: ({ limit, before }) =>
      guarded(async () => {
        const from = before === undefined ? undefined : await db.orders.get(before);
        const rows = from
          ? db.orders.where(ORDER_KEY).below([from.orderedOn, from.wall, from.counter, from.orderId])
          : db.orders.where(ORDER_KEY).below([Dexie.maxKey]);
        return (await rows.reverse().limit(limit).toArray()).map(({ state }) => state);
      }),

    ordersBetween: (from, to) =>
      guarded(async () => {
        const rows = await db.orders.where(ORDER_KEY).between([from], [to, Dexie.maxKey]).toArray();
        return rows.map(({ state }) => state);
      }),

    openOrders: () =>
      guarded(async () => {
        // A day's margin: the registrant's zone may be behind UTC.
        const today = addDays(legalDay(clock.now(), 'UTC'), -1);
        const rows = await db.orders.where('openUntil').aboveOrEqual(today).toArray();
        return rows.map(({ state }) => state).sort((a, b) => (a.orderedOn < b.orderedOn ? -1 : 1));
      }),

    events: (orderId) => guarded(() => streamOf(db, orderId)),

    request: (requestId) =>
      guarded(async () => {
        const row = await db.requests.get(requestId);
        return row ? storedRequest(row) : null;
      }),

    openRequests: () =>
      guarded(async () => {
        const rows = await db.requests.where('open').equals(1).toArray();
        return rows.map(storedRequest).sort((a, b) => a.request.openedAt - b.request.openedAt);
      }),

    warnedRequests: (since) =>
      guarded(async () =>
        (await db.requests.where('warnedAt').aboveOrEqual(since).sortBy('warnedAt')).map(storedRequest),
      ),

    search: (text, limit) => guarded(() => searchOrders(db, text, limit)),
  };
}
