import { Dexie } from 'dexie';
import { Act } from './act';
import type { Differs } from './archive';
import type { ArchiveDatabase } from './database';
import { compareMonths } from './compare-months';
import { KeySum } from './key-sum';
import { MemoryRows } from './memory-rows';
import { projectStream, streamOf } from './project';
import { endAnew, projectDirectory } from './project-directory';
import { readDirectory } from './read-directory';
import type { ProjectionStore } from './projection-store';
import type {
  BesideRow,
  CarriedRow,
  CutRow,
  DispensedRow,
  MetaRow,
  NumberRow,
  OrderRow,
  PartRow,
  RequestRow,
  RunRow,
  UnrecognisedRow,
  WordRow,
  Contribution,
} from './rows';
import { sameValue } from './same-value';

const BATCH = 100;
const WORDS = 5_000;
const KEY = '[time+station+seq]';
/** Passes that let others write meanwhile, before one that makes them wait. */
const OPEN_PASSES = 2;

type Compared = Differs | null | 'moved';

class Shadow implements ProjectionStore {
  readonly events;
  readonly orders = new MemoryRows<OrderRow, string>(({ orderId }) => orderId);
  readonly requests = new MemoryRows<RequestRow, string>(({ requestId }) => requestId);
  readonly numbers = new MemoryRows<NumberRow, string>(({ number }) => number);
  readonly beside = new MemoryRows<BesideRow, string>(({ id }) => id);
  readonly series = new MemoryRows<Contribution, [string, string, string, number]>(
    ({ substanceCode, date, supplierId, strengthMg }) => [substanceCode, date, supplierId, strengthMg],
  );
  readonly words = new MemoryRows<WordRow, [string, string, number, number, string]>(
    ({ word, orderedOn, wall, counter, orderId }) => [word, orderedOn, wall, counter, orderId],
  );
  readonly runs = new MemoryRows<RunRow, [string, string, number, number]>(
    ({ registrant, station, from, to }) => [registrant, station, from, to],
  );
  readonly carried = new MemoryRows<CarriedRow, string>(({ id }) => id);
  readonly cuts = new MemoryRows<CutRow, [string, string, string]>(({ substanceCode, date, orderId }) => [
    ...([substanceCode, date, orderId] as const),
  ]);
  readonly unrecognised = new MemoryRows<UnrecognisedRow, [string, string, string]>(({ key, date, text }) => [
    ...([key, date, text] as const),
  ]);
  readonly parts = new MemoryRows<PartRow, [string, number]>(({ importId, part }) => [importId, part]);
  readonly dispensed = new MemoryRows<DispensedRow, [string, string]>(({ date, substanceCode }) => [
    ...([date, substanceCode] as const),
  ]);
  readonly act = new Act();
  directory: MetaRow | undefined;
  readonly meta;

  constructor(db: ArchiveDatabase) {
    this.events = db.events;
    this.meta = {
      get: (key: MetaRow['key']): PromiseLike<MetaRow | undefined> =>
        key === 'directory' ? Promise.resolve(this.directory) : db.meta.get(key),
      put: (row: MetaRow) => {
        this.directory = row;
        return Promise.resolve();
      },
    };
  }

  /** What was compared already is forgotten, so that ten years need no more room than one; sums stay. */
  forgetStreams(): void {
    for (const table of [this.orders, this.requests, this.beside, this.words]) table.rows.clear();
  }
}

/**
 * Folds all events anew, beside what is there, and names the first row that differs; null where none does. A row altered by
 * hand is found, though no chain holds it. Others may write meanwhile. `onProgress` counts events folded.
 */
export async function compareProjections(
  db: ArchiveDatabase,
  onProgress: (done: number) => void,
): Promise<Differs | null> {
  for (let pass = 0; pass < OPEN_PASSES; pass++) {
    const compared = await comparePass(db, onProgress);
    if (compared !== 'moved') return compared;
  }
  const last = await db.transaction('r', db.recordTables, async () => comparePass(db, onProgress));
  return last === 'moved' ? null : last;
}

async function comparePass(db: ArchiveDatabase, onProgress: (done: number) => void): Promise<Compared> {
  const before = await standOf(db);
  const shadow = new Shadow(db);
  const ids = await foldDirectoryBeside(db, shadow);
  const words = new KeySum();
  let [done, orders, requests, beside] = [0, 0, 0, 0];
  for (let at = 0; at < ids.length; at += BATCH) {
    const some = ids.slice(at, at + BATCH);
    const found = await db.transaction(
      'r',
      [db.events, db.meta, db.orders, db.requests, db.beside],
      async () => {
        for (const id of some) {
          const stream = await streamOf(db, id);
          done += stream.length;
          await projectStream(shadow, id, stream);
        }
        return compareStreams(db, shadow, some);
      },
    );
    if (found) return found;
    orders += shadow.orders.rows.size;
    requests += shadow.requests.rows.size;
    beside += shadow.beside.rows.size;
    for (const name of shadow.words.rows.keys()) words.add(name);
    shadow.forgetStreams();
    onProgress(done);
  }
  const sameWords = words.equals(await sumOfWords(db));
  return db.transaction('r', db.recordTables, async () => {
    if (!sameValue(await standOf(db), before)) return 'moved';
    const whole =
      (await compareTable('series', db.series, shadow.series)) ??
      (await compareTable('numbers', db.numbers, shadow.numbers)) ??
      (await compareTable('gaps', db.runs, shadow.runs)) ??
      (await compareTable('gaps', db.carried, shadow.carried)) ??
      (await compareTable('cuts', db.cuts, shadow.cuts)) ??
      (await compareTable('unrecognised', db.unrecognised, shadow.unrecognised)) ??
      (await compareTable('parts', db.parts, shadow.parts)) ??
      (await compareTable('dispensed', db.dispensed, shadow.dispensed)) ??
      (await compareMonths(db, shadow.series.rows.values()));
    if (whole) return whole;
    if (!sameValue(await readDirectory(db), await readDirectory(shadow)))
      return { table: 'directory', key: '' };
    const counts = [
      ['orders', db.orders, orders],
      ['requests', db.requests, requests],
      ['beside', db.beside, beside],
    ] as const;
    // Every row that follows from events was there: what is more follows from none.
    for (const [table, rows, count] of counts)
      if ((await rows.count()) !== count) return { table, key: await surplus(db, table, ids) };
    return sameWords ? null : { table: 'words', key: '' };
  });
}

/** Changes with every write: what a merge brings back lies before the heads. */
async function standOf(db: ArchiveDatabase): Promise<unknown> {
  return { heads: await db.heads.toArray(), events: await db.events.count() };
}

/** Answers the ids of all orders, requests and records beside them. */
async function foldDirectoryBeside(db: ArchiveDatabase, shadow: Shadow): Promise<string[]> {
  shadow.act.isAnew = true;
  let after: readonly unknown[] = [Dexie.minKey, Dexie.minKey, Dexie.minKey];
  const ids = new Set<string>();
  for (let more = true; more;) {
    const batch = await db.events.where(KEY).above(after).limit(BATCH).toArray();
    await projectDirectory(
      shadow,
      batch.filter(({ orderId }) => orderId === null),
    );
    for (const { orderId } of batch) if (orderId !== null) ids.add(orderId);
    const last = batch.at(-1);
    if (last) after = [last.time, last.station, last.seq];
    more = batch.length === BATCH;
  }
  await endAnew(shadow);
  return [...ids];
}

async function compareStreams(
  db: ArchiveDatabase,
  shadow: Shadow,
  ids: readonly string[],
): Promise<Differs | null> {
  const keys = [...ids];
  const stored = {
    orders: await db.orders.bulkGet(keys),
    requests: await db.requests.bulkGet(keys),
    beside: await db.beside.bulkGet(keys),
  };
  for (const [index, id] of ids.entries()) {
    for (const table of ['orders', 'requests', 'beside'] as const) {
      const folded = await shadow[table].get(id);
      if (sameValue(stored[table][index], folded)) continue;
      const number = (await shadow.orders.get(id))?.number;
      return { table, key: id, ...(number !== undefined && { number }) };
    }
  }
  return null;
}

/** All keys of the search by pages: there are dozens for each order, so they are summed up, not compared one by one. */
async function sumOfWords(db: ArchiveDatabase): Promise<KeySum> {
  const sum = new KeySum();
  let after: readonly unknown[] = [Dexie.minKey];
  for (let more = true; more;) {
    const keys = await db.words
      .where('[word+orderedOn+wall+counter+orderId]')
      .above(after)
      .limit(WORDS)
      .primaryKeys();
    for (const key of keys) sum.add(JSON.stringify(key));
    after = keys.at(-1) ?? after;
    more = keys.length === WORDS;
  }
  return sum;
}

async function compareTable<T, K>(
  table: Differs['table'],
  stored: { toArray(): PromiseLike<T[]> },
  folded: MemoryRows<T, K>,
): Promise<Differs | null> {
  const left = new Map(folded.rows);
  for (const row of await stored.toArray()) {
    const key = folded.nameOf(row);
    if (!sameValue(left.get(key), row)) return { table, key };
    left.delete(key);
  }
  const [missing] = left.keys();
  return missing === undefined ? null : { table, key: missing };
}

/** The key of a row that no event accounts for. */
async function surplus(
  db: ArchiveDatabase,
  table: 'orders' | 'requests' | 'beside',
  ids: readonly string[],
): Promise<string> {
  const known = new Set(ids);
  const keys: readonly string[] = await db[table].toCollection().primaryKeys();
  return keys.find((key) => !known.has(key)) ?? '';
}
