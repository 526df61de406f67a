import { guarded, type Clock, type Ndc11 } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';
import { blockPrefix, type BlockKind } from './blocks';
import type { Catalogue } from './catalogue';
import { CatalogueDatabase } from './catalogue-database';
import { bucketOf, decodePackage, decodeProduct } from './encode-entry';
import { importFiles } from './import-files';

export function openCatalogue({
  clock,
  name = 'countersign-catalogue',
}: {
  readonly clock: Clock;
  readonly name?: string;
}): Catalogue {
  const db = new CatalogueDatabase(name);

  async function rowOf(generation: number, kind: BlockKind, ndc: string): Promise<string | null> {
    const prefix = blockPrefix(generation, bucketOf(ndc), kind);
    const block = await db.blocks
      .where('id')
      .between(prefix, prefix + ndc, true, true)
      .last();
    return block?.rows.find((row) => row.startsWith(`${ndc} `)) ?? null;
  }

  async function findIn(generation: number, ndc: Ndc11): Promise<ProductFacts | null> {
    const [product, pack] = await Promise.all([
      rowOf(generation, 'product', ndc.slice(0, 9)),
      rowOf(generation, 'package', ndc),
    ]);
    if (product === null) return null;
    return { ...decodeProduct(product), packageSize: pack === null ? null : decodePackage(pack) };
  }

  async function findMany(ndcs: readonly Ndc11[]): Promise<ReadonlyMap<Ndc11, ProductFacts>> {
    const found = new Map<Ndc11, ProductFacts>();
    if (ndcs.length === 0) return found;
    // In one transaction: an import that ends meanwhile takes away the blocks of before.
    await db.transaction('r', db.blocks, db.state, async () => {
      const state = await db.state.get('current');
      if (!state) return;
      const asked = [...new Set(ndcs)];
      const facts = await Promise.all(asked.map((ndc) => findIn(state.generation, ndc)));
      asked.forEach((ndc, i) => {
        const one = facts[i];
        if (one) found.set(ndc, one);
      });
    });
    return found;
  }

  return {
    findMany: (ndcs) => guarded(() => findMany(ndcs)),
    find: (ndc) => guarded(async () => (await findMany([ndc])).get(ndc) ?? null),
    state: () =>
      guarded(async () => {
        const row = await db.state.get('current');
        return row ? { entries: row.entries, importedAt: row.importedAt, of: row.of } : null;
      }),
    import: (...given) => guarded(() => importFiles(db, clock, ...given)),
    clear: () =>
      guarded(() =>
        db.transaction('rw', db.blocks, db.staged, db.state, async () => {
          await Promise.all([db.blocks.clear(), db.staged.clear(), db.state.clear()]);
        }),
      ),
    close: () => db.close(),
  };
}
