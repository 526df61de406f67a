import { guarded } from '@/lib/base';
import { contributionsOfHistory } from './contributions';
import type { ArchiveDatabase } from './database';
import type { HistoryImport, HistoryLine } from './directory';
import type { Envelope } from './envelope';
import { importOf, isUnderstoodAs } from './fold-history';
import { byTime } from './hybrid-time';
import type { ProjectionStore } from './projection-store';
import { shiftSeries } from './series';

/** Of each part that counts the record that was first, oldest first: two computers may have taken the same file. */
async function partsOf(db: Pick<ProjectionStore, 'events'>, known: HistoryImport) {
  const { id, parts } = known;
  const found = await db.events.where('commandId').startsWith(`${id}-`).toArray();
  const alone = await db.events.where('commandId').equals(id).toArray();
  const first = new Map<number, Envelope<'history.imported'>>();
  for (const event of [...alone, ...found].sort(byTime)) {
    if (event.type !== 'history.imported' || !isUnderstoodAs(known, event)) continue;
    const { id: of, part } = importOf(event);
    if (of === id && parts.includes(part) && !first.has(part)) first.set(part, event);
  }
  return [...first.values()];
}

/**
 * What an event that changed the imports means for the daily sums: a part adds its lines, a withdrawal takes those off that
 * counted (`before`). Inside a transaction.
 */
export async function projectHistory(
  db: ProjectionStore,
  event: Envelope,
  before: readonly HistoryImport[],
): Promise<void> {
  if (event.type === 'history.imported')
    await shiftSeries(db, [], contributionsOfHistory(event.payload.lines));
  if (event.type !== 'history.withdrawn') return;
  const withdrawn = before.find(({ id }) => id === event.payload.importId);
  for (const { payload } of withdrawn ? await partsOf(db, withdrawn) : [])
    await shiftSeries(db, contributionsOfHistory(payload.lines), []);
}

/** Lines of one import, part by part. */
export async function* importedLines(
  db: ArchiveDatabase,
  importId: string,
): AsyncIterable<readonly HistoryLine[]> {
  const row = await guarded(() => db.meta.get('directory'));
  const known =
    row?.key === 'directory' ? row.directory.imports?.find(({ id }) => id === importId) : undefined;
  if (!known) return;
  for (const { payload } of await guarded(() => partsOf(db, known))) yield payload.lines;
}
