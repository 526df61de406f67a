import type { OrderNumber } from '@/lib/base';
import type { Envelope } from './envelope';
import { foldDirectory } from './fold-directory';
import { projectDispensed } from './project-dispensed';
import { projectHistory, projectImports } from './project-history';
import { projectPurge } from './project-purge';
import type { ProjectionStore } from './projection-store';
import { ownStations, readDirectory } from './read-directory';

/** Takes what isn't the life of one order into its projections. Inside a transaction. */
export async function projectDirectory(db: ProjectionStore, events: readonly Envelope[]): Promise<void> {
  const before = await readDirectory(db);
  const own = await ownStations(db);
  let after = before;
  for (const event of events) {
    const { imports, dispensing } = after;
    after = foldDirectory(after, event, own);
    db.act.products = after.products;
    if (after.imports !== imports && !db.act.isAnew) await projectHistory(db, event, imports);
    if (after.dispensing !== dispensing) await projectDispensed(db, event, dispensing);
    if (event.type === 'number.allocated') {
      const { number, requestId } = event.payload;
      await db.numbers.put({ number: number as OrderNumber, requestId });
    } else if (event.type === 'records.purged') {
      await projectPurge(db, event);
    }
  }
  if (after !== before) await db.meta.put({ key: 'directory', directory: after });
}

/** The directory stands, all of it folded anew: imports follow, before the streams. */
export async function endAnew(db: ProjectionStore): Promise<void> {
  const { imports } = await readDirectory(db);
  db.act.isAnew = false;
  await projectImports(db, imports);
}
