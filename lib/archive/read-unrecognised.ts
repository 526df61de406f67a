import type { ArchiveDatabase } from './database';
import type { UnknownProduct } from './monitoring-reads';

/** Days of products that are looked at, newest first: more than anybody puts in order, and the same after ten years. */
const MOST_ROWS = 5_000;

/** Products whose lines count nowhere, newest first. */
export async function readUnrecognised(db: ArchiveDatabase, limit: number): Promise<UnknownProduct[]> {
  const rows = await db.unrecognised.orderBy('date').reverse().limit(MOST_ROWS).toArray();
  const products = new Map<string, UnknownProduct>();
  for (const { key, text, ndc, lines, date } of rows) {
    const known = products.get(key);
    products.set(
      key,
      known ? { ...known, lines: known.lines + lines } : { key, text, ndc, lines, last: date },
    );
  }
  return [...products.values()].slice(0, limit);
}
