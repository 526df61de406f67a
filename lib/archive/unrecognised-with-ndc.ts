import { Dexie } from 'dexie';
import { guarded, limits } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { UnknownBatch } from './monitoring-reads';

/** By key, in batches of one size, whatever there is; of each product its newest text. */
export async function* unrecognisedWithNdc(db: ArchiveDatabase): AsyncGenerator<UnknownBatch> {
  const after = (key: readonly unknown[]) =>
    db.unrecognised.where('[key+date+text]').between([...key], ['ndc:\uffff'], false, false);
  let behind: readonly unknown[] = ['ndc:'];
  const total = await guarded(() => after(behind).count());
  for (;;) {
    const rows = await guarded(() => after(behind).limit(limits.unknownProductsShown).toArray());
    const last = rows.at(-1);
    if (!last) return;
    // The batch may end amid the days of a product.
    const days = [
      [last.key, Dexie.minKey],
      [last.key, Dexie.maxKey],
    ] as const;
    const newest = await guarded(() =>
      db.unrecognised
        .where('[key+date+text]')
        .between([...days[0]], [...days[1]])
        .last(),
    );
    const products = new Map(
      [...rows, newest ?? last].map(({ key, text, ndc }) => [key, { key, text, ndc }] as const),
    );
    behind = days[1];
    const left = await guarded(() => after(days[1]).count());
    yield { products: [...products.values()], done: Math.max(0, total - left), total };
  }
}
