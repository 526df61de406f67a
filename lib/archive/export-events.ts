import { CountersignError, guarded } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import type { HeadRow } from './rows';

const BATCH = 200;

/** All records chain by chain up to the heads at the start, so that what is written meanwhile can't tear a copy; a purge meanwhile does. */
export async function* exportEvents(
  db: ArchiveDatabase,
  after: readonly HeadRow[],
): AsyncGenerator<readonly Envelope[]> {
  const purges = () => guarded(() => db.events.where('commandId').startsWith('purge-').count());
  const before = await purges();
  for (const { registrant, station, seq: end } of await guarded(() => db.heads.toArray())) {
    const known = after.find((head) => head.registrant === registrant && head.station === station);
    for (let at = known?.seq ?? 0, more = true; more;) {
      const batch = await guarded(() =>
        db.events
          .where('[registrant+station+seq]')
          .between([registrant, station, at], [registrant, station, end], false, true)
          .limit(BATCH)
          .toArray(),
      );
      if (batch.length > 0) yield batch;
      at = batch.at(-1)?.seq ?? at;
      more = batch.length === BATCH;
    }
  }
  // Its hole would be told of by a record past the heads: the file could never be taken in again.
  if ((await purges()) !== before) throw new CountersignError('archive/version-conflict');
}
