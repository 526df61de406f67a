import { Dexie } from 'dexie';
import { addDays, legalDay, type Clock } from '@/lib/base';
import type { BesideKind, BesideState } from '@/lib/order';
import type { ArchiveDatabase } from './database';

/** Newest first, by keyset: a page costs the same wherever it begins. */
export async function readBeside(
  db: ArchiveDatabase,
  page: { readonly limit: number; readonly before?: string; readonly kind?: BesideKind },
): Promise<readonly BesideState[]> {
  const { limit, before, kind } = page;
  const from = before === undefined ? undefined : await db.beside.get(before);
  const end = from ? [from.date, from.id] : [Dexie.maxKey];
  const rows =
    kind === undefined
      ? db.beside.where('[date+id]').below(end)
      : db.beside.where('[kind+date+id]').between([kind], [kind, ...end]);
  return (await rows.reverse().limit(limit).toArray()).map(({ state }) => state);
}

export async function readOpenBeside(db: ArchiveDatabase, clock: Clock): Promise<readonly BesideState[]> {
  // A day's margin: the registrant's zone may be behind UTC.
  const today = addDays(legalDay(clock.now(), 'UTC'), -1);
  const rows = await db.beside.where('openUntil').aboveOrEqual(today).toArray();
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ state }) => state);
}
