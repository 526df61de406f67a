import { Dexie } from 'dexie';
import { CountersignError, limits, type Clock } from '@/lib/base';
import type { Merged } from './archive';
import { forgetCopied } from './copy-state';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { MergeCheck, refuseRecord } from './merge-check';
import { projectStream, streamOf } from './project';
import type { Gap } from './purge-events';
import { readEnvelope } from './read-envelope';
import { rebuildWithin } from './rebuild';
import { requireCurrent } from './refresh-projections';
import type { HeadRow } from './rows';
import { sameNumbersOf } from './same-numbers';
import { settleGaps } from './settle-gaps';
import { renewStation } from './station';
import { joined, ToldRuns } from './told-runs';
import { transact } from './transact';

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
    await requireCurrent(db);
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
  const told = new ToldRuns();
  told.add(await db.runs.toArray());
  const check = new MergeCheck(
    db,
    new Map(heads.map((head) => [MergeCheck.keyOf(head), head])),
    latest,
    told,
  );
  const came: Gap[] = [];
  let read = 0;
  for await (const batch of batches) {
    const events = batch.map((value, index) => readEnvelope(value, read + index + 1));
    const news = await check.take(events);
    for (const event of events) if (event.type === 'records.purged') came.push(...event.payload.gaps);
    await stage(db, id, news);
    read += events.length;
    onProgress(read);
  }
  told.add(came);
  const ends = await settleGaps(db, check, told);
  const taken = await transact(
    db,
    async () => {
      await requireCurrent(db);
      await requireOwner(db, id);
      return takeOver(db, ends, check.returned > 0);
    },
    db.tables,
  );
  return { ...taken, known: check.known };
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
async function takeOver(
  db: ArchiveDatabase,
  ends: readonly HeadRow[],
  hasReturned: boolean,
): Promise<Omit<Merged, 'known'>> {
  const before = await db.heads.toArray();
  const isEmpty = (await db.events.limit(1).count()) === 0;
  const touched = new Set<string>();
  let ofDirectory = false;
  let purged = hasReturned;
  let added = 0;
  let latest: readonly [number, number] = [0, 0];
  let after: readonly unknown[] = [Dexie.minKey, Dexie.minKey, Dexie.minKey];
  for (let more = true; more;) {
    const batch = await db.staged.where(KEY).above(after).limit(BATCH).toArray();
    await requireUnmoved(db, batch);
    await db.events.bulkAdd(batch);
    added += batch.length;
    for (const event of batch) {
      if (event.orderId !== null) touched.add(event.orderId);
      else ofDirectory = true;
      purged ||= event.type === 'records.purged';
      const [wall, counter] = event.time;
      if (wall > latest[0] || (wall === latest[0] && counter > latest[1])) latest = [wall, counter];
    }
    const last = batch.at(-1);
    if (last) after = [last.registrant, last.station, last.seq];
    more = batch.length === BATCH;
  }
  await db.staged.clear();
  await db.meta.delete('merge');
  if (added === 0) return { added };
  await raiseHeads(db, before, ends);
  if (hasReturned) await forgetCopied(db);
  const clock = await db.meta.get('clock');
  const last = clock?.key === 'clock' ? clock.time : ([0, 0] as const);
  if (latest[0] > last[0] || (latest[0] === last[0] && latest[1] > last[1]))
    await db.meta.put({ key: 'clock', time: latest });
  const moved = await renewStation(db, ends, before);
  // The directory's fold depends on the order of all its events; an order's on those of its own stream.
  if (isEmpty || moved || hasReturned || ofDirectory) await rebuildWithin(db);
  else for (const orderId of touched) await projectStream(db, orderId, await streamOf(db, orderId));
  const sameNumbers = await sameNumbersOf(db, [...touched]);
  const kept = purged ? await countKept(db) : 0;
  return { added, ...(kept > 0 && { kept }), ...(sameNumbers.length > 0 && { sameNumbers }) };
}

/** Records that purges tell of as gone, and that are here: a merge takes nothing away. */
async function countKept(db: ArchiveDatabase): Promise<number> {
  const told = new ToldRuns();
  told.add(await db.runs.toArray());
  let kept = 0;
  for (const { registrant, station } of told.perChain())
    for (const { from, to } of joined(told.of({ registrant, station })))
      kept += await db.events
        .where(KEY)
        .between([registrant, station, from], [registrant, station, to], true, true)
        .count();
  return kept;
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
