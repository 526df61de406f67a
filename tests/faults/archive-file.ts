import { ArchiveDatabase } from '@/lib/archive/database';

export type Rows = Readonly<Record<string, readonly unknown[]>>;

/** What a merge leaves aside until it is whole, the cache of revocation lists, and what this computer notes for itself. */
const ASIDE: ReadonlySet<string> = new Set(['staged', 'lists', 'listBytes']);
const OWN: ReadonlySet<string> = new Set(['merge', 'copy', 'clock']);

/** One archive's tables, looked at and put back beside the product's code. */
export interface ArchiveFile {
  /** Records and all that follows from them. */
  rows(): Promise<Rows>;
  putBack(): Promise<void>;
  close(): void;
}

/** `putBack` brings it to where it stands now. */
export async function archiveFile(name: string): Promise<ArchiveFile> {
  const db = new ArchiveDatabase(name);
  await db.open();
  const all = async (): Promise<Rows> =>
    Object.fromEntries(
      await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
    );
  const base = await all();
  return {
    async rows() {
      const tables = Object.entries(await all()).filter(([table]) => !ASIDE.has(table));
      return Object.fromEntries(
        tables.map(([table, rows]) => [
          table,
          table === 'meta' ? rows.filter((row) => !OWN.has((row as { key: string }).key)) : rows,
        ]),
      );
    },
    async putBack() {
      await db.transaction('rw', db.tables, async () => {
        for (const table of db.tables) {
          await table.clear();
          await table.bulkAdd([...(base[table.name] ?? [])]);
        }
      });
    },
    close: () => {
      db.close();
    },
  };
}
