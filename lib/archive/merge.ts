import { Dexie } from 'dexie';
import { CountersignError, legalDay, limits, type Clock } from '@/lib/base';
import type { Merged } from './archive';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { MergeCheck, refuseRecord } from './merge-check';
import { projectStream, streamOf } from './project';
import { readDirectory } from './project-directory';
import type { Gap, PurgeEvents } from './purge-events';
import { readEnvelope } from './read-envelope';
import { rebuildWithin } from './rebuild';
import type { HeadRow } from './rows';
import { settleGaps } from './settle-gaps';
import { renewStation } from './station';

const BATCH = 200;
const KEY = '[registrant+station+seq]';

/**
 * Reads all that comes, verified, into a table of its own; then one transaction takes it over. A process that dies before
 * leaves the archive as it was; what it had read is thrown away by the next merge.
 */
export async function mergeRecords(
  { db, clock }: { readonly db: ArchiveDatabase; readonly clock: Clock },
  batches: AsyncIterable<readonly unknown[]>,
  onProgress: (done: number) => void,
): Promise<Merged> {
  const id = crypto.randomUUID();
  const heads = await db.transaction('rw', db.meta, db.staged, db.heads, async () => {
    await db.meta.put({ key: 'merge', id });
    await db.staged.clear();
    return db.heads.toArray();
  });
  try {
    return await readAndTake(db, { id, heads, now: clock.now() }, batches, onProgress);
  } catch (error) {
    await dropStaged(db, id);
    throw error;
  }
}

/** What was read in vain takes no room. Where another merge has begun, it is that one's. */
async function dropStaged(db: ArchiveDatabase, id: string): Promise<void> {
  await db.transaction('rw', db.meta, db.staged, async () => {
    const owner = await db.meta.get('merge');
    if (owner?.key === 'merge' && owner.id === id) await db.staged.clear();
  });
}

async function readAndTake(
  db: ArchiveDatabase,
  { id, heads, now }: { readonly id: string; readonly heads: readonly HeadRow[]; readonly now: number },
  batches: AsyncIterable<readonly unknown[]>,
  onProgress: (done: number) => void,
): Promise<Merged> {
  // Where nothing is, no later record is dragged along: a clock that was once ahead mustn't cost the whole backup.
  const latest = heads.length === 0 ? Number.POSITIVE_INFINITY : now + limits.mergeAheadMs;
  const check = new MergeCheck(db, new Map(heads.map((head) => [MergeCheck.keyOf(head), head])), latest);
  const told: Gap[] = [];
  let read = 0;
  for await (const batch of batches) {
    const events = batch.map((value, index) => readEnvelope(value, read + index + 1));
    const news = await check.take(events);
    for (const event of events) if (event.type === 'records.purged') told.push(...event.payload.gaps);
    await stage(db, id, news);
    read += events.length;
    onProgress(read);
  }
  const ends = await settleGaps(db, check, told);
  const added = await db.transaction('rw', db.tables, async () => {
    await requireOwner(db, id);
    return takeOver(db, ends);
  });
  return { added, known: check.known };
}

async function requireOwner(db: ArchiveDatabase, id: string): Promise<void> {
  const owner = await db.meta.get('merge');
  if (owner?.key !== 'merge' || owner.id !== id) throw new CountersignError('archive/version-conflict');
}

async function stage(db: ArchiveDatabase, id: string, news: readonly Envelope[]): Promise<void> {
  if (news.length === 0) return;
  await db.transaction('rw', db.meta, db.staged, async () => {
    await requireOwner(db, id);
    await db.staged.bulkAdd(news);
  });
}

/** Everything of the merge that is written, inside one transaction. */
async function takeOver(db: ArchiveDatabase, ends: readonly HeadRow[]): Promise<number> {
  const before = await db.heads.toArray();
  const isEmpty = (await db.events.limit(1).count()) === 0;
  const touched = new Set<string | null>();
  const purges: Purge[] = [];
  let added = 0;
  let latest: readonly [number, number] = [0, 0];
  let after: readonly unknown[] = [Dexie.minKey, Dexie.minKey, Dexie.minKey];
  for (let more = true; more;) {
    const batch = await db.staged.where(KEY).above(after).limit(BATCH).toArray();
    await requireUnmoved(db, batch);
    await db.events.bulkAdd(batch);
    added += batch.length;
    for (const event of batch) {
      touched.add(event.orderId);
      if (event.type === 'records.purged') purges.push(event.payload);
      const [wall, counter] = event.time;
      if (wall > latest[0] || (wall === latest[0] && counter > latest[1])) latest = [wall, counter];
    }
    const last = batch.at(-1);
    if (last) after = [last.registrant, last.station, last.seq];
    more = batch.length === BATCH;
  }
  await db.staged.clear();
  await db.meta.delete('merge');
  if (added === 0) return 0;
  await raiseHeads(db, before, ends);
  const removed = await applyPurges(db, purges);
  const clock = await db.meta.get('clock');
  const last = clock?.key === 'clock' ? clock.time : ([0, 0] as const);
  if (latest[0] > last[0] || (latest[0] === last[0] && latest[1] > last[1]))
    await db.meta.put({ key: 'clock', time: latest });
  const moved = await renewStation(db, ends, before);
  // The directory's fold depends on the order of all its events; an order's on those of its own stream.
  if (isEmpty || moved || removed || touched.has(null)) await rebuildWithin(db);
  else
    for (const orderId of touched)
      if (orderId !== null) await projectStream(db, orderId, await streamOf(db, orderId));
  return added;
}

/** Another window may have written on, in a chain that the merge continues otherwise. */
async function requireUnmoved(db: ArchiveDatabase, batch: readonly Envelope[]): Promise<void> {
  const here = await db.events.bulkGet(
    batch.map(({ registrant, station, seq }) => [registrant, station, seq]),
  );
  const clash = batch.find((_event, index) => here[index] !== undefined);
  if (clash) refuseRecord('archive/chain-forked', clash);
}

async function raiseHeads(
  db: ArchiveDatabase,
  before: readonly HeadRow[],
  ends: readonly HeadRow[],
): Promise<void> {
  const known = new Map(before.map((head) => [MergeCheck.keyOf(head), head.seq]));
  await db.heads.bulkPut(ends.filter((end) => end.seq > (known.get(MergeCheck.keyOf(end)) ?? 0)));
}

type Purge = PurgeEvents['records.purged'];

const within = (db: ArchiveDatabase, { registrant, station, from, to }: Gap) =>
  db.events.where(KEY).between([registrant, station, from], [registrant, station, to], true, true);

/** What was purged there goes here too, unless something is on hold here, or has to be kept for longer. */
async function applyPurges(db: ArchiveDatabase, purges: readonly Purge[]): Promise<boolean> {
  const { legalHold, retentionYears } = (await readDirectory(db)).settings;
  let removed = false;
  for (const purge of purges) {
    // All of an act or none: half of an order's records would say something else.
    if (retentionYears > purge.years || (await isLinkedSince(db, purge))) continue;
    for (const gap of purge.gaps) {
      const last = await within(db, gap).last();
      if (!last) continue;
      if (legalHold) throw new CountersignError('archive/legal-hold');
      // Its end may be gone already: purged here before, in a run of its own.
      const gone = await db.gaps.get([gap.registrant, gap.station, last.seq + 1]);
      const isSame = last.seq === gap.to ? last.hash === gap.hash : gone?.prev === last.hash;
      if (!isSame) refuseRecord('archive/chain-forked', last);
      await within(db, gap).delete();
      removed = true;
    }
  }
  return removed;
}

/** Retention runs from the last linked record (1305.27), which the computer that purged may not have known. */
async function isLinkedSince(db: ArchiveDatabase, { gaps, until }: Purge): Promise<boolean> {
  const orderIds = new Set<string>();
  for (const gap of gaps)
    await within(db, gap).each(({ orderId }) => orderId !== null && orderIds.add(orderId));
  const linked = db.events.where('orderId').anyOf([...orderIds]);
  return (await linked.filter(({ time }) => legalDay(time[0], 'UTC') > until).count()) > 0;
}
