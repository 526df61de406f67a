import type { Dexie } from 'dexie';
import { ArchiveDatabase } from '@/lib/archive/database';
import { VaultDatabase } from '@/lib/vault/vault-database';

export type Rows = Readonly<Record<string, readonly unknown[]>>;

/** What a merge leaves aside until it is whole, the cache of revocation lists, and what this computer notes for itself. */
const ASIDE: ReadonlySet<string> = new Set(['staged', 'lists', 'listBytes']);
const OWN: ReadonlySet<string> = new Set(['merge', 'copy', 'clock']);

/** Databases looked at, and put back, beside the product's code. */
export interface KeptTables {
  /** Records and all that follows from them. */
  records(): Promise<Rows>;
  /** The archive’s and the vault’s, to where they stood when this was opened. */
  putBack(): Promise<void>;
  close(): void;
}

async function kept<T extends Dexie>(db: T) {
  await db.open();
  const all = async (): Promise<Rows> =>
    Object.fromEntries(
      await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
    );
  const base = await all();
  return {
    db,
    all,
    putBack: () =>
      db.transaction('rw', db.tables, async () => {
        for (const table of db.tables) {
          await table.clear();
          await table.bulkAdd([...(base[table.name] ?? [])]);
        }
      }),
  };
}

/** Of the world whose archive has this name. */
export async function keptTables(name: string): Promise<KeptTables> {
  const archive = await kept(new ArchiveDatabase(name));
  const vault = await kept(new VaultDatabase(`${name}-vault`));
  return {
    async records() {
      const tables = Object.entries(await archive.all()).filter(([table]) => !ASIDE.has(table));
      return Object.fromEntries(
        tables.map(([table, rows]) => [
          table,
          table === 'meta' ? rows.filter((row) => !OWN.has((row as { key: string }).key)) : rows,
        ]),
      );
    },
    async putBack() {
      await archive.putBack();
      await vault.putBack();
    },
    close() {
      archive.db.close();
      vault.db.close();
    },
  };
}
