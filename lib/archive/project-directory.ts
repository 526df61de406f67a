import type { OrderNumber } from '@/lib/base';
import { contributionsOfHistory } from './contributions';
import type { ArchiveDatabase } from './database';
import type { Directory } from './directory';
import type { Envelope } from './envelope';
import { emptyDirectory, foldDirectory } from './fold-directory';
import { shiftSeries } from './series';

export async function readDirectory(db: ArchiveDatabase): Promise<Directory> {
  const row = await db.meta.get('directory');
  return row?.key === 'directory' ? row.directory : emptyDirectory;
}

/** Takes what isn't the life of one order into its projections. Inside a transaction. */
export async function projectDirectory(db: ArchiveDatabase, events: readonly Envelope[]): Promise<void> {
  const before = await readDirectory(db);
  const after = events.reduce(foldDirectory, before);
  if (after !== before) await db.meta.put({ key: 'directory', directory: after });
  for (const event of events) {
    if (event.type === 'number.allocated') {
      const { number, requestId } = event.payload;
      await db.numbers.put({ number: number as OrderNumber, requestId });
    } else if (event.type === 'history.imported') {
      await shiftSeries(db, [], contributionsOfHistory(event.payload.lines));
    }
  }
}
