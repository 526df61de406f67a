import type { Table } from 'dexie';
import { CountersignError } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import { settleSeries } from './settle-series';

/**
 * One act in one transaction over all tables of records, or those that are named; at its end the months that it moved are
 * added up. Where the browser itself ends the transaction, as on a full disk,
 * requests under way say no more than that they were aborted; why is told by the transaction alone.
 */
export async function transact<T>(
  db: ArchiveDatabase,
  work: () => Promise<T>,
  tables: readonly Table[] = db.recordTables,
): Promise<T> {
  let reason: () => DOMException | null = () => null;
  try {
    // Dexie follows native awaits only from a function that is async itself.
    return await db.transaction('rw', [...tables], async (transaction) => {
      reason = () => transaction.idbtrans.error;
      const result = await work();
      await settleSeries(db, db.act.touched);
      return result;
    });
  } catch (error) {
    const cause = reason();
    if (error instanceof CountersignError || cause === null) throw error;
    // What names neither room nor a key that is there already, such as a value that couldn't be written, is the disk's.
    const isNamed = cause.name === 'QuotaExceededError' || cause.name === 'ConstraintError';
    throw isNamed
      ? new Error(cause.message, { cause })
      : new CountersignError('archive/unavailable', { detail: cause.message }, { cause });
  }
}
