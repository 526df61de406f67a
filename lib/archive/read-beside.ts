import { Dexie } from 'dexie';
import { addDays, legalDay, type Clock, type PlainDate } from '@/lib/base';
import type { BesideKind, BesideState } from '@/lib/order';
import type { ArchiveDatabase } from './database';
import type { BesideRow } from './rows';

type Placed = Pick<BesideRow, 'date' | 'enteredAt' | 'id'>;

/** By day, within a day by when they were entered. */
function newestFirst(a: Placed, b: Placed): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return (b.enteredAt ?? 0) - (a.enteredAt ?? 0) || (a.id < b.id ? 1 : -1);
}

/**
 * Newest first, by keyset: a page costs the same wherever it begins. The index knows days alone, so that the days at both
 * ends of a page are read whole; they hold a few records each.
 */
export async function readBeside(
  db: ArchiveDatabase,
  page: { readonly limit: number; readonly before?: string; readonly kind?: BesideKind },
): Promise<readonly BesideState[]> {
  const { limit, before, kind } = page;
  const between = (low: readonly unknown[], high: readonly unknown[]) =>
    kind === undefined
      ? db.beside.where('[date+id]').between(low, high)
      : db.beside.where('[kind+date+id]').between([kind, ...low], [kind, ...high]);
  const ofDay = (date: PlainDate) => between([date], [date, Dexie.maxKey]).toArray();

  const from = before === undefined ? undefined : await db.beside.get(before);
  const sameDay = from
    ? (await ofDay(from.date)).filter((row) => row.id !== before && newestFirst(from, row) < 0)
    : [];
  const earlier = await between([], [from ? from.date : Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
  const last = earlier.length < limit ? undefined : earlier.at(-1)?.date;
  const lastDay = last === undefined ? [] : await ofDay(last);
  return [...sameDay, ...earlier.filter(({ date }) => date !== last), ...lastDay]
    .sort(newestFirst)
    .slice(0, limit)
    .map(({ state }) => state);
}

export async function readOpenBeside(db: ArchiveDatabase, clock: Clock): Promise<readonly BesideState[]> {
  // A day's margin: the registrant's zone may be behind UTC.
  const today = addDays(legalDay(clock.now(), 'UTC'), -1);
  const rows = await db.beside.where('openUntil').aboveOrEqual(today).toArray();
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ state }) => state);
}
