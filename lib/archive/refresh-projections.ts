import { CountersignError, faultOf, limits, storageFault, type Clock, type Fault } from '@/lib/base';
import type { Standing } from './archive';
import type { ArchiveDatabase } from './database';
import { rebuildWithin } from './rebuild';
import { transact } from './transact';

/**
 * Counts up whenever a fold, or what a projection holds, means something else than before. 1: version 0.1.0, which didn't
 * count. 2: corrections, records beside CSOS, words to search by, purged runs. 3: holds by name, years by location, imports
 * that can be withdrawn. 4: purged records stream by stream; products, limits, what monitoring reads. 5: what isn't known of dispensed days.
 */
const PROJECTIONS = 5;

async function versionOf(db: ArchiveDatabase): Promise<number> {
  const row = await db.meta.get('projections');
  return row?.key === 'projections' ? row.version : 1;
}

/** Whether the projections are what this version makes of the events. */
export async function isCurrent(db: ArchiveDatabase): Promise<boolean> {
  return (await versionOf(db)) === PROJECTIONS;
}

/** Throws `archive/read-only`: on the projections of another version this one can't write. */
export async function requireCurrent(db: ArchiveDatabase): Promise<void> {
  if (!(await isCurrent(db))) throw new CountersignError('archive/read-only');
}

/** Makes all projections anew, in one transaction. Throws `archive/read-only` where a newer version wrote here. */
export async function makeAnew(db: ArchiveDatabase): Promise<void> {
  await transact(db, async () => {
    if ((await versionOf(db)) > PROJECTIONS) throw new CountersignError('archive/read-only');
    await rebuildWithin(db);
    await db.meta.put({ key: 'projections', version: PROJECTIONS });
    await db.meta.delete('refresh');
  });
}

/**
 * Makes the projections of an earlier version anew, once, before anyone reads them. Where that fails, the archive opens on
 * the earlier ones, for reading: a fold that throws, or a full disk, mustn't lock anybody out of their records.
 */
export async function refreshProjections(db: ArchiveDatabase, clock: Clock): Promise<void> {
  const version = await versionOf(db);
  if (version >= PROJECTIONS || (await failedLately(db, clock))) return;
  try {
    await makeAnew(db);
  } catch (error) {
    await noteFailure(db, clock, faultOf(storageFault(error)));
  }
}

/** Ten years take long to fold: what failed a moment ago isn't tried at each waking of the background. */
async function failedLately(db: ArchiveDatabase, clock: Clock): Promise<boolean> {
  const row = await db.meta.get('refresh');
  if (row?.key !== 'refresh' || row.version !== PROJECTIONS) return false;
  const age = clock.now() - row.at;
  return age >= 0 && age < limits.refreshRetryMs;
}

async function noteFailure(db: ArchiveDatabase, clock: Clock, fault: Fault): Promise<void> {
  try {
    await db.meta.put({ key: 'refresh', version: PROJECTIONS, at: clock.now(), fault });
  } catch (error) {
    const { code } = faultOf(storageFault(error));
    // A disk too full for this note as well: it is tried again at the next opening.
    if (code !== 'archive/storage-full') throw error;
  }
}

export async function readStanding(db: ArchiveDatabase): Promise<Standing> {
  if (await isCurrent(db)) return { readOnly: false, fault: null };
  const row = await db.meta.get('refresh');
  return { readOnly: true, fault: row?.key === 'refresh' ? row.fault : null };
}
