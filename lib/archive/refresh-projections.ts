import type { ArchiveDatabase } from './database';
import { rebuildWithin } from './rebuild';

/**
 * Counts up whenever a fold, or what a projection holds, means something else than before. 1: version 0.1.0, which didn't
 * count. 2: corrections, records beside CSOS, words to search by, purged runs.
 */
const PROJECTIONS = 2;

/** Makes the projections of an earlier version anew, once, before anyone reads them. */
export async function refreshProjections(db: ArchiveDatabase): Promise<void> {
  const isNow = async () => {
    const row = await db.meta.get('projections');
    return row?.key === 'projections' && row.version === PROJECTIONS;
  };
  if (await isNow()) return;
  await db.transaction('rw', db.recordTables, async () => {
    if (await isNow()) return;
    await rebuildWithin(db);
    await db.meta.put({ key: 'projections', version: PROJECTIONS });
  });
}
