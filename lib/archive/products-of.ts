import type { Products } from './held';
import { readDirectory } from './read-directory';
import type { ProjectionStore } from './projection-store';

/** What is known of products by now, read once an act. */
export async function productsOf(db: Pick<ProjectionStore, 'act' | 'meta'>): Promise<Products> {
  return (db.act.products ??= (await readDirectory(db)).products);
}
