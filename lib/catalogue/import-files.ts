import { CountersignError, type Clock } from '@/lib/base';
import { blockPrefix, blocksOf, generationPrefix } from './blocks';
import type { Catalogue, CatalogueReport, CatalogueState } from './catalogue';
import type { CatalogueDatabase } from './catalogue-database';
import { emptyReport } from './directory-reader';
import { buckets, ndcOf } from './encode-entry';
import { readFiles } from './read-files';
import { nextTask } from './next-task';
import { entryStage } from './stage-entries';

const PRODUCT_DIGITS = 9;

/** See `Catalogue.import`. */
export async function importFiles(
  db: CatalogueDatabase,
  clock: Clock,
  ...[files, onProgress, signal]: Parameters<Catalogue['import']>
): Promise<CatalogueReport> {
  const requireWanted = () => {
    if (signal?.aborted) throw new CountersignError('catalogue/cancelled');
  };
  const report = emptyReport();
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const current = await db.state.get('current');
  const generation = (current?.generation ?? 0) + 1;
  await clearLeftovers(db, current?.generation ?? null);

  const stage = entryStage(db);
  let done = 0;
  for await (const entries of readFiles(files, report, (bytes) => (done += bytes))) {
    requireWanted();
    await stage.add(entries);
    onProgress({ phase: 'reading', done: Math.min(done, total), total });
    await nextTask();
  }
  await stage.flush();
  if (report.products === 0) throw new CountersignError('catalogue/no-products');

  let [kept, conflicts] = [0, 0];
  for (const bucket of buckets) {
    requireWanted();
    const sorted = await sortBucket(db, generation, bucket);
    kept += sorted.kept;
    conflicts += sorted.conflicts;
    onProgress({ phase: 'sorting', done: bucket + 1, total: buckets.length });
  }
  const state: CatalogueState = {
    entries: kept,
    importedAt: clock.now(),
    of: files.map(({ name }) => name).join(', '),
  };
  await db.state.put({ id: 'current', generation, ...state });
  await clearLeftovers(db, generation);
  return { ...report, conflicts, state };
}

async function sortBucket(
  db: CatalogueDatabase,
  generation: number,
  bucket: number,
): Promise<{ readonly kept: number; readonly conflicts: number }> {
  const staged = await db.staged.where('bucket').equals(bucket).toArray();
  const rows = staged.flatMap((part) => part.rows);
  const products = blocksOf(
    blockPrefix(generation, bucket, 'product'),
    rows.filter((row) => ndcOf(row).length === PRODUCT_DIGITS),
  );
  const packages = blocksOf(
    blockPrefix(generation, bucket, 'package'),
    rows.filter((row) => ndcOf(row).length > PRODUCT_DIGITS),
  );
  await db.blocks.bulkPut([...products.blocks, ...packages.blocks]);
  return { kept: products.kept + packages.kept, conflicts: products.conflicts + packages.conflicts };
}

/** What an import that broke off left behind, and what was replaced. */
async function clearLeftovers(db: CatalogueDatabase, keep: number | null): Promise<void> {
  await db.staged.clear();
  if (keep === null) return db.blocks.clear();
  await db.blocks.where('id').below(generationPrefix(keep)).delete();
  await db.blocks
    .where('id')
    .aboveOrEqual(generationPrefix(keep + 1))
    .delete();
}
