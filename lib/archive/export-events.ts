import { CountersignError, guarded } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import type { HeadRow } from './rows';

const BATCH = 200;

/**
 * All records chain by chain up to the heads at the start, so that what is written meanwhile can't tear a copy. A purge
 * meanwhile does, and so does a merge that brings back what was purged.
 */
export async function* exportEvents(
  db: ArchiveDatabase,
  after: readonly HeadRow[],
): AsyncGenerator<readonly Envelope[]> {
  const purges = () => guarded(() => db.events.where('commandId').startsWith('purge-').count());
  const before = await purges();
  const told: Read[] = [];
  for (const { registrant, station, seq: end } of await guarded(() => db.heads.toArray())) {
    const known = after.find((head) => head.registrant === registrant && head.station === station);
    let read = 0;
    for (let at = known?.seq ?? 0, more = true; more;) {
      const batch = await guarded(() =>
        db.events
          .where('[registrant+station+seq]')
          .between([registrant, station, at], [registrant, station, end], false, true)
          .limit(BATCH)
          .toArray(),
      );
      read += batch.length;
      if (batch.length > 0) yield batch;
      at = batch.at(-1)?.seq ?? at;
      more = batch.length === BATCH;
    }
    told.push({ registrant, station, from: known?.seq ?? 0, to: end, read });
  }
  // Its hole would be told of by a record past the heads: the file could never be taken in again.
  if ((await purges()) !== before || (await guarded(() => isOtherwise(db, told))))
    throw new CountersignError('archive/version-conflict');
}

interface Read {
  readonly registrant: string;
  readonly station: string;
  /** Not itself read; the last that could be. */
  readonly from: number;
  readonly to: number;
  readonly read: number;
}

/** Whether as many records are there now as were read. */
async function isOtherwise(db: ArchiveDatabase, told: readonly Read[]): Promise<boolean> {
  for (const { registrant, station, from, to, read } of told) {
    const now = await db.events
      .where('[registrant+station+seq]')
      .between([registrant, station, from], [registrant, station, to], false, true)
      .count();
    if (now !== read) return true;
  }
  return false;
}
