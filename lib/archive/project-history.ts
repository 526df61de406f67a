import { guarded } from '@/lib/base';
import { heldByHistory } from './contributions';
import type { ArchiveDatabase } from './database';
import type { HistoryImport, HistoryLine } from './directory';
import type { Envelope } from './envelope';
import { importOf, isUnderstoodAs } from './fold-history';
import { byTime } from './hybrid-time';
import { productsOf } from './products-of';
import type { ProjectionStore } from './projection-store';
import { shiftHeld } from './shift-held';

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

/** Takes a part of an import in, and what its lines hold. Inside a transaction. */
async function putPart(db: ProjectionStore, event: Envelope<'history.imported'>): Promise<void> {
  const { id: importId, part } = importOf(event);
  const { registrant, station, seq } = event;
  const held = heldByHistory(event.payload.lines, await productsOf(db));
  await db.parts.put({ importId, part, of: [registrant, station, seq], ...held });
  await shiftHeld(db, undefined, held);
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
  if (event.type === 'history.imported') await putPart(db, event);
  if (event.type !== 'history.withdrawn') return;
  const { importId } = event.payload;
  const parts = before.find(({ id }) => id === importId)?.parts ?? [];
  const keys = parts.map((part): [string, number] => [importId, part]);
  for (const row of await db.parts.bulkGet(keys)) if (row) await shiftHeld(db, row);
  await db.parts.bulkDelete(keys);
}

/** All imports that count, once the directory stands: how they are understood follows from all that is known of products. */
export async function projectImports(db: ProjectionStore, imports: readonly HistoryImport[]): Promise<void> {
  for (const known of imports) {
    if (known.withdrawn !== null) continue;
    for (const event of await partsOf(db, known)) await putPart(db, event);
  }
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
