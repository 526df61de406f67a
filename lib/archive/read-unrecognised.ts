import type { ArchiveDatabase } from './database';
import type { UnknownProduct } from './monitoring-reads';

/** Days of products that are looked at, newest first: more than anybody puts in order, and the same after ten years. */
const MOST_ROWS = 5_000;

/** Products whose lines count nowhere, newest first. */
export async function readUnrecognised(db: ArchiveDatabase, limit: number): Promise<UnknownProduct[]> {
  const rows = await db.unrecognised.orderBy('date').reverse().limit(MOST_ROWS).toArray();
  const products = new Map<string, UnknownProduct>();
  for (const { key, text, ndc, lines, scheduled, date } of rows) {
    const known = products.get(key) ?? { key, text, ndc, lines: 0, isScheduled: false, last: date };
    const isScheduled = known.isScheduled || scheduled !== undefined;
    products.set(key, { ...known, isScheduled, lines: known.lines + lines });
  }
  return [...products.values()].slice(0, limit);
}
