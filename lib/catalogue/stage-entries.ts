import type { CatalogueDatabase } from './catalogue-database';
import type { CatalogueEntry } from './directory-reader';
import { bucketOf, encodeEntry } from './encode-entry';

/** Rows that wait in memory before they are put down. */
const ROWS_HELD = 20_000;

/** Puts entries down in buckets, unsorted, so that however many there are, few are in memory. */
export function entryStage(db: CatalogueDatabase) {
  let held = 0;
  let byBucket = new Map<number, string[]>();

  async function flush(): Promise<void> {
    const rows = [...byBucket].map(([bucket, some]) => ({ bucket, rows: some }));
    held = 0;
    byBucket = new Map();
    if (rows.length > 0) await db.staged.bulkAdd(rows);
  }

  return {
    async add(entries: readonly CatalogueEntry[]): Promise<void> {
      for (const entry of entries) {
        const bucket = bucketOf(entry.ndc);
        const rows = byBucket.get(bucket);
        if (rows) rows.push(encodeEntry(entry));
        else byBucket.set(bucket, [encodeEntry(entry)]);
      }
      held += entries.length;
      if (held >= ROWS_HELD) await flush();
    },
    flush,
  };
}
