import { addDays, CountersignError, legalDay, parsePlainDate, type PlainDate } from '@/lib/base';
import { appendWithin, type Writer } from './append';
import type { Purgeable, Retention } from './archive';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { gapsOf } from './gaps';
import { streamOf } from './project';
import type { BesideRow, Contribution, OrderRow } from './rows';
import { shiftSeries } from './series';
import { wordsOfOrder } from './words-of-order';

/** Orders in one act: small enough for one record and one transaction. */
const SLICE = 100;

/** The last day whose records have been kept for the whole of the years. */
function retainedUntil(on: PlainDate, years: number): PlainDate {
  const [year, rest] = [Number(on.slice(0, 4)) - years, on.slice(4)];
  const day = parsePlainDate(`${String(year)}${rest}`) ?? parsePlainDate(`${String(year)}-02-28`);
  if (!day) throw new CountersignError('input/malformed', { detail: `${on} less ${String(years)} years` });
  // Days are counted in zones up to a day apart: one more is kept.
  return addDays(day, -2);
}

interface Finished {
  readonly rows: readonly OrderRow[];
  readonly streams: readonly Envelope[];
}

/** An order with all it is linked to, when the last record of any of them is past its time and none asks for anything. */
async function finished(db: ArchiveDatabase, row: OrderRow, until: PlainDate): Promise<Finished | null> {
  const rows = new Map([[row.orderId, row]]);
  const streams: Envelope[] = [];
  for (const { orderId, openUntil, state } of rows.values()) {
    if (openUntil !== undefined && openUntil > until) return null;
    const stream = await streamOf(db, orderId);
    if (stream.some(({ time }) => legalDay(time[0], 'UTC') > until)) return null;
    streams.push(...stream);
    for (const link of [state.replacedBy, state.replaces]) {
      const linked = link && !rows.has(link.orderId) ? await db.orders.get(link.orderId) : undefined;
      if (linked) rows.set(linked.orderId, linked);
    }
  }
  return { rows: [...rows.values()], streams };
}

async function finishedBeside(
  db: ArchiveDatabase,
  row: BesideRow,
  until: PlainDate,
): Promise<readonly Envelope[]> {
  if (row.openUntil !== undefined && row.openUntil > until) return [];
  const stream = await streamOf(db, row.id);
  return stream.some(({ time }) => legalDay(time[0], 'UTC') > until) ? [] : stream;
}

/** Old orders, oldest first, a slice at a time; `after` is where the slice before ended. */
function oldOrders(db: ArchiveDatabase, until: PlainDate, after: OrderRow | null) {
  const from = after ? [after.orderedOn, after.wall, after.counter, after.orderId] : [''];
  return db.orders
    .where('[orderedOn+wall+counter+orderId]')
    .between(from, [addDays(until, 1)], false, false)
    .limit(SLICE)
    .toArray();
}

export async function findPurgeable(
  db: ArchiveDatabase,
  on: PlainDate,
  { years, legalHold }: Retention,
): Promise<Purgeable> {
  const until = retainedUntil(on, years);
  const orders = new Set<string>();
  for (let after: OrderRow | null = null, more = true; more;) {
    const rows: OrderRow[] = await oldOrders(db, until, after);
    for (const row of rows) if (await finished(db, row, until)) orders.add(row.orderId);
    after = rows.at(-1) ?? null;
    more = rows.length === SLICE;
  }
  return { until, orders: orders.size, legalHold };
}

/** Sums by month: what a daily sum of years ago still says, in a tenth of the room. */
function monthly(contributions: readonly Contribution[]): Contribution[] {
  const sums = new Map<string, Contribution>();
  for (const one of contributions) {
    const date = `${one.date.slice(0, 7)}-01` as PlainDate;
    const key = JSON.stringify([one.substanceCode, date, one.supplierId, one.strengthMg]);
    const sum = sums.get(key) ?? { ...one, date, baseUg: 0, milliUnits: 0 };
    sums.set(key, { ...sum, baseUg: sum.baseUg + one.baseUg, milliUnits: sum.milliUnits + one.milliUnits });
  }
  return [...sums.values()];
}

/** Numbers given out to requests that go: their records go along, or they would stand alone between the gaps. */
async function numbersOf(db: ArchiveDatabase, orderIds: readonly string[]): Promise<Envelope[]> {
  const numbers = await db.numbers.where('requestId').anyOf(orderIds).toArray();
  const commands = numbers.map(({ number }) => `number-${number}`);
  const events = await db.events.where('commandId').anyOf(commands).toArray();
  return events.filter(({ type }) => type === 'number.allocated');
}

/** Takes everything of these orders and records away, except what they add up to. */
async function remove(
  db: ArchiveDatabase,
  rows: readonly OrderRow[],
  beside: readonly BesideRow[],
  events: readonly Envelope[],
): Promise<Contribution[]> {
  const orderIds = rows.map(({ orderId }) => orderId);
  const contributions = [...rows, ...beside].flatMap((row) => row.contributions);
  await shiftSeries(db, contributions, []);
  await db.events.bulkDelete(events.map(({ registrant, station, seq }) => [registrant, station, seq]));
  await db.words.bulkDelete(
    rows.flatMap(({ orderId, orderedOn, wall, counter, state }) =>
      [...wordsOfOrder(state)].map(
        (word): [string, string, number, number, string] =>
          [...[word, orderedOn, wall, counter, orderId]] as [string, string, number, number, string],
      ),
    ),
  );
  await db.orders.bulkDelete(orderIds);
  await db.requests.bulkDelete(orderIds);
  await db.numbers.where('requestId').anyOf(orderIds).delete();
  await db.beside.bulkDelete(beside.map(({ id }) => id));
  return monthly(contributions);
}

interface Slice {
  readonly last: OrderRow | null;
  readonly more: boolean;
  /** Records, and orders they were of. */
  readonly removed: number;
  readonly orders: number;
}

/**
 * Purges the next slice of old orders, with records beside CSOS of the same age, in one act: the record that tells of it
 * and the removal are one transaction. What stays: people, settings, numbers of years still in use, requests never signed.
 */
export async function purgeWithin(
  writer: Writer,
  { on, who, retention, after }: { on: PlainDate; who: string; retention: Retention; after: OrderRow | null },
): Promise<Slice> {
  const { db } = writer;
  if (retention.legalHold) throw new CountersignError('archive/legal-hold');
  const until = retainedUntil(on, retention.years);
  const candidates = await oldOrders(db, until, after);
  const rows = new Map<string, OrderRow>();
  const events = new Map<string, Envelope>();
  const take = (event: Envelope) => events.set(event.hash, event);
  for (const candidate of candidates) {
    const done = rows.has(candidate.orderId) ? null : await finished(db, candidate, until);
    done?.rows.forEach((row) => rows.set(row.orderId, row));
    done?.streams.forEach(take);
  }
  const beside: BesideRow[] = [];
  for (const row of await db.beside
    .where('[date+id]')
    .below([addDays(until, 1)])
    .limit(SLICE)
    .toArray()) {
    const stream = await finishedBeside(db, row, until);
    stream.forEach(take);
    if (stream.length > 0) beside.push(row);
  }
  (await numbersOf(db, [...rows.keys()])).forEach(take);
  const gone = [...events.values()];
  if (gone.length > 0) {
    const totals = await remove(db, [...rows.values()], beside, gone);
    const payload = {
      ...{ until, years: retention.years, orders: rows.size, records: gone.length },
      ...{ gaps: gapsOf(gone), totals },
    };
    await appendWithin(writer, {
      commandId: `purge-${crypto.randomUUID()}`,
      who,
      orderId: null,
      events: [{ type: 'records.purged', payload }],
    });
  }
  const more = candidates.length === SLICE || beside.length > 0;
  return { last: candidates.at(-1) ?? after, more, removed: gone.length, orders: rows.size };
}

interface PurgeAct {
  readonly on: PlainDate;
  readonly who: string;
  readonly retention: Retention;
  readonly onProgress: (done: number, total: number) => void;
}

/** All that is past its time, slice by slice; each slice stands for itself when the next one fails. */
export async function purgeAll(
  { onProgress, ...act }: PurgeAct,
  world: {
    readonly count: () => Promise<Purgeable>;
    readonly slice: (step: (writer: Writer) => Promise<Slice>) => Promise<Slice>;
  },
): Promise<number> {
  if (act.retention.legalHold) throw new CountersignError('archive/legal-hold');
  const { orders: total } = await world.count();
  let [removed, done] = [0, 0];
  let after: OrderRow | null = null;
  for (let more = true; more;) {
    const last: OrderRow | null = after;
    const slice: Slice = await world.slice((writer) => purgeWithin(writer, { ...act, after: last }));
    removed += slice.removed;
    done += slice.orders;
    onProgress(Math.min(done, total), total);
    after = slice.last;
    more = slice.more;
  }
  return removed;
}
