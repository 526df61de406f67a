import { Dexie } from 'dexie';
import type { ArchiveDatabase } from './database';
import { endAnew, projectDirectory } from './project-directory';
import { projectStream, streamOf } from './project';

const BATCH = 200;
const KEY = '[time+station+seq]';

/** Drops every projection and folds all events anew, in the order of their time. Inside a transaction. */
export async function rebuildWithin(db: ArchiveDatabase): Promise<void> {
  await Promise.all([
    db.orders.clear(),
    db.requests.clear(),
    db.numbers.clear(),
    db.series.clear(),
    db.beside.clear(),
    db.words.clear(),
    db.runs.clear(),
    db.carried.clear(),
    db.digests.clear(),
    db.pasts.clear(),
    db.cuts.clear(),
    db.unrecognised.clear(),
    db.parts.clear(),
    db.dispensed.clear(),
    db.meta.delete('directory'),
  ]);
  db.act.isAnew = true;
  db.act.products = {};
  const orderIds = new Set<string>();
  let after: readonly unknown[] = [Dexie.minKey, Dexie.minKey, Dexie.minKey];
  for (let more = true; more;) {
    const batch = await db.events.where(KEY).above(after).limit(BATCH).toArray();
    await projectDirectory(
      db,
      batch.filter(({ orderId }) => orderId === null),
    );
    for (const { orderId } of batch) if (orderId !== null) orderIds.add(orderId);
    const last = batch.at(-1);
    if (last) after = [last.time, last.station, last.seq];
    more = batch.length === BATCH;
  }
  await endAnew(db);
  for (const orderId of orderIds) await projectStream(db, orderId, await streamOf(db, orderId));
}
