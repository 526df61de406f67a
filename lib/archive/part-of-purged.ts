import type { ProjectionStore } from './projection-store';
import { shiftSeries } from './series';

/**
 * Whether only a part of a stream is here that was purged elsewhere: then what is carried forward of it counts, and not what
 * the part says, of which nobody knows how it went on. Where the rest is here again, what was carried goes. Inside a
 * transaction.
 */
export async function partOfPurged(
  db: ProjectionStore,
  id: string,
  records: number,
): Promise<{ readonly isPart: boolean; readonly wasPart: boolean }> {
  const row = await db.carried.get(id);
  if (!row) return { isPart: false, wasPart: false };
  const isPart = records < row.records;
  if (row.counts !== isPart) {
    await db.carried.put({ ...row, counts: isPart });
    await shiftSeries(db, row.counts ? row.totals : [], isPart ? row.totals : []);
  }
  return { isPart, wasPart: row.counts };
}
