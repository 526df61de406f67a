import { Dexie } from 'dexie';
import { addDays, legalDay, type Clock } from '@/lib/base';
import { allocateWithin } from './allocate-number';
import { appendWithin, type Writer } from './append';
import type { Archive } from './archive';
import { ARCHIVE_NAME, ArchiveDatabase } from './database';
import { isNumberUsed } from './guard';
import { listShelf } from './list-shelf';
import { streamOf } from './project';
import { readDirectory } from './project-directory';
import { rebuildWithin } from './rebuild';
import { readSeries } from './series';
import { ensureStation } from './station';
import { guarded } from './storage-fault';
import { verifyChains } from './verify';

const ORDER_KEY = '[orderedOn+wall+counter+orderId]';

/**
 * Opens the archive, making it where there is none. Any number of pages may have it open at once: every write is one
 * transaction. Throws `archive/unavailable`; writes throw `archive/storage-full`, `archive/version-conflict`,
 * `order/number-used`, `order/unknown`, `signing/request-closed`, and then have written nothing.
 */
export async function openArchive({
  name = ARCHIVE_NAME,
  clock,
}: {
  readonly name?: string;
  readonly clock: Clock;
}): Promise<Archive> {
  const db = new ArchiveDatabase(name);
  const station = await guarded(async () => {
    await db.open();
    return ensureStation(db);
  });
  const writer: Writer = { db, station: station.id, clock };
  const write = <T>(work: () => Promise<T>) =>
    guarded(() =>
      // Dexie follows native awaits only from a function that is async itself.
      db.transaction('rw', db.recordTables, async () => await work()),
    );

  return {
    append: (command) => write(() => appendWithin(writer, command)),

    directory: () => guarded(() => readDirectory(db)),

    order: (orderId) => guarded(async () => (await db.orders.get(orderId))?.state ?? null),

    orderByNumber: (number) =>
      guarded(async () => (await db.orders.where('number').equals(number).first())?.state ?? null),

    orders: ({ limit, before }) =>
      guarded(async () => {
        const from = before === undefined ? undefined : await db.orders.get(before);
        const rows = from
          ? db.orders.where(ORDER_KEY).below([from.orderedOn, from.wall, from.counter, from.orderId])
          : db.orders.where(ORDER_KEY).below([Dexie.maxKey]);
        return (await rows.reverse().limit(limit).toArray()).map(({ state }) => state);
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
        return row ? { request: row.request, state: row.state, version: row.version } : null;
      }),

    openRequests: () =>
      guarded(async () => {
        const rows = await db.requests.where('open').equals(1).toArray();
        return rows
          .map(({ request, state, version }) => ({ request, state, version }))
          .sort((a, b) => a.request.openedAt - b.request.openedAt);
      }),

    series: (substanceCode, since) => guarded(() => readSeries(db, substanceCode, since)),

    allocateNumber: (requestId, who, date) =>
      write(() => allocateWithin(writer, station.prefix, { requestId, who, date })),

    isNumberUsed: (number, exceptOrderId) => guarded(() => isNumberUsed(db, number, exceptOrderId)),

    lists: listShelf(db),

    verify: (onProgress = () => undefined) => guarded(() => verifyChains(db, onProgress)),

    rebuild: () => write(() => rebuildWithin(db)),

    close: () => db.close(),
  };
}
