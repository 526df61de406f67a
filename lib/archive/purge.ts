import { addDays, CountersignError, type PlainDate } from '@/lib/base';
import { appendWithin, type Writer } from './append';
import type { NewEvent, Purgeable, Retention, RetentionRule } from './archive';
import type { ArchiveDatabase } from './database';
import { gapsOf } from './gaps';
import { judgeGroup, type GroupVerdict } from './judge-group';
import { readDirectory } from './read-directory';
import { removeRecords } from './remove-records';
import { retainedUntil } from './retained-until';
import { retentionOf, ruleFor, stricterRule } from './retention-of';
import type { BesideRow, OrderRow } from './rows';

/** Orders, or records beside them, in one act: small enough for one transaction. */
const SLICE = 100;

/** Where a slice ended; null before the first. */
interface Place {
  readonly order: OrderRow | null;
  readonly beside: BesideRow | null;
}
const START: Place = { order: null, beside: null };

interface Candidates {
  readonly ids: readonly string[];
  readonly last: Place;
  readonly more: boolean;
}

/** Old orders, oldest first, and then old records beside them, a slice at a time. */
async function candidates(
  db: ArchiveDatabase,
  until: PlainDate,
  { order, beside }: Place,
): Promise<Candidates> {
  const end = addDays(until, 1);
  const after = order ? [order.orderedOn, order.wall, order.counter, order.orderId] : [''];
  const orders = await db.orders
    .where('[orderedOn+wall+counter+orderId]')
    .between(after, [end], false, false)
    .limit(SLICE)
    .toArray();
  if (orders.length > 0) {
    const last = { order: orders.at(-1) ?? order, beside };
    return { ids: orders.map(({ orderId }) => orderId), last, more: true };
  }
  const records = await db.beside
    .where('[date+id]')
    .between(beside ? [beside.date, beside.id] : [''], [end], false, false)
    .limit(SLICE)
    .toArray();
  const last = { order, beside: records.at(-1) ?? beside };
  return { ids: records.map(({ id }) => id), last, more: records.length === SLICE };
}

/** What was asked for, and what the archive itself says now: whichever keeps more. */
async function rulesNow(
  db: ArchiveDatabase,
  asked: Retention,
): Promise<(registrant: string) => RetentionRule> {
  const told = retentionOf(await readDirectory(db));
  return (registrant) => stricterRule(ruleFor(asked, registrant), ruleFor(told, registrant));
}

/** The last day that any of the rules lets go of. */
async function latestOf(db: ArchiveDatabase, asked: Retention, on: PlainDate): Promise<PlainDate> {
  const { registrants } = await readDirectory(db);
  const ruleOf = await rulesNow(db, asked);
  const years = registrants.map(({ deaNumber }) => ruleOf(deaNumber).years);
  return retainedUntil(on, years.length === 0 ? ruleOf('').years : Math.min(...years));
}

export async function findPurgeable(
  db: ArchiveDatabase,
  on: PlainDate,
  retention: Retention,
): Promise<Purgeable> {
  const latest = await latestOf(db, retention, on);
  const ruleOf = await rulesNow(db, retention);
  let [orders, beside, held] = [0, 0, 0];
  let at = START;
  for (let more = true; more;) {
    const next = await candidates(db, latest, at);
    for (const id of next.ids) {
      const verdict = await judgeGroup(db, id, { on, latest, ruleOf });
      const isOrder = next.last.beside === at.beside;
      if (verdict.fate === 'past' && isOrder) orders++;
      else if (verdict.fate === 'past' && verdict.group.orders.length === 0) beside++;
      if (verdict.fate === 'held' && isOrder) held++;
    }
    at = next.last;
    more = next.more;
  }
  const { legalHold } = retention;
  // A hold on all is said as such; those of one location are counted.
  return {
    until: latest,
    orders: legalHold ? held : orders,
    legalHold,
    ...(beside > 0 && !legalHold && { beside }),
    ...(held > 0 && !legalHold && { held }),
  };
}

interface Slice {
  readonly last: Place;
  readonly more: boolean;
  /** Records. */
  readonly removed: number;
  /** Orders, and what stood beside them without one. */
  readonly done: number;
}

type Past = Extract<GroupVerdict, { fate: 'past' }>;

/**
 * Purges the next slice of old orders, or of records beside them, in one act: the records that tell of it and the removal
 * are one transaction. What stays: people, settings, numbers of years still in use, requests never signed.
 */
export async function purgeWithin(
  writer: Writer,
  { on, who, retention, after }: { on: PlainDate; who: string; retention: Retention; after: Place },
): Promise<Slice> {
  const { db } = writer;
  const { legalHold } = retentionOf(await readDirectory(db));
  if (retention.legalHold || legalHold) throw new CountersignError('archive/legal-hold');
  const latest = await latestOf(db, retention, on);
  const ruleOf = await rulesNow(db, retention);
  const next = await candidates(db, latest, after);
  const done = new Set<string>();
  const past = new Map<string, Past[]>();
  for (const id of next.ids) {
    if (done.has(id)) continue;
    const verdict = await judgeGroup(db, id, { on, latest, ruleOf });
    if (verdict.fate !== 'past') continue;
    for (const { orderId } of verdict.group.orders) done.add(orderId);
    for (const record of verdict.group.beside) done.add(record.id);
    const key = `${verdict.registrant}/${String(verdict.years)}`;
    past.set(key, [...(past.get(key) ?? []), verdict]);
  }
  let [removed, ended] = [0, 0];
  const events: NewEvent[] = [];
  for (const groups of past.values()) {
    const [first] = groups;
    if (!first) continue;
    const rows = groups.flatMap(({ group }) => group.orders);
    const beside = groups.flatMap(({ group }) => group.beside);
    const { gone, totals, streams } = await removeRecords(
      db,
      rows,
      beside,
      groups.flatMap(({ group }) => group.events),
    );
    const { until, years, registrant } = first;
    events.push({
      type: 'records.purged',
      payload: {
        ...{ until, years, registrant, orders: rows.length, records: gone.length },
        ...{ gaps: gapsOf(gone), totals, streams },
      },
    });
    removed += gone.length;
    for (const { group } of groups) ended += group.orders.length || group.beside.length;
  }
  if (events.length > 0)
    await appendWithin(writer, { commandId: `purge-${crypto.randomUUID()}`, who, orderId: null, events });
  return { last: next.last, more: next.more, removed, done: ended };
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
  const { orders, beside = 0 } = await world.count();
  const total = orders + beside;
  let [removed, done] = [0, 0];
  let after = START;
  for (let more = true; more;) {
    const last = after;
    const slice = await world.slice((writer) => purgeWithin(writer, { ...act, after: last }));
    removed += slice.removed;
    done += slice.done;
    onProgress(Math.min(done, total), total);
    after = slice.last;
    more = slice.more;
  }
  return removed;
}
