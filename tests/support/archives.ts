import { Dexie } from 'dexie';
import { openArchive, type Archive, type Envelope } from '@/lib/archive';
import { ArchiveDatabase } from '@/lib/archive/database';
import { readDirectory } from '@/lib/archive/read-directory';
import type { Clock } from '@/lib/base';
import { clock } from './archive';

/** All records of an archive, as a backup holds them. */
export async function recordsOf(archive: Archive): Promise<Envelope[]> {
  const records: Envelope[] = [];
  for await (const batch of archive.exportEvents()) records.push(...batch);
  return records;
}

/** As a file would give them: objects that nothing else holds. */
export async function* asFile(records: readonly unknown[]): AsyncGenerator<readonly unknown[]> {
  yield await Promise.resolve(JSON.parse(JSON.stringify(records)) as unknown[]);
}

/** What two computers do when each takes in the other's backup. */
export async function exchange(one: Archive, other: Archive): Promise<void> {
  const [mine, theirs] = [await recordsOf(one), await recordsOf(other)];
  await one.merge(asFile(theirs));
  await other.merge(asFile(mine));
}

let stations = 0;

/** A computer of its own, beside those of `fresh`; whoever opens it ends it. */
export async function station(at: Clock = clock): Promise<{
  readonly archive: Archive;
  readonly again: (at: Clock) => Promise<Archive>;
  readonly tables: () => Promise<Tables>;
  readonly end: () => Promise<void>;
}> {
  const name = `station-${String(++stations)}`;
  const opened: Archive[] = [];
  const again = async (then: Clock) => {
    const archive = await openArchive({ name, clock: then });
    opened.push(archive);
    return archive;
  };
  const archive = await again(at);
  const end = async () => {
    for (const one of opened) one.close();
    await Dexie.delete(name);
  };
  const tables = () => tablesOf(name);
  return { archive, again, tables, end };
}

type Tables = Readonly<Record<string, unknown>>;

/** Records and everything that follows from them, and nothing that is a computer's own. */
async function tablesOf(name: string): Promise<Tables> {
  const db = new ArchiveDatabase(name);
  await db.open();
  try {
    const all = db.recordTables.filter((table) => table.name !== 'meta');
    const rows = await Promise.all(
      all.map(async (table) => [table.name, (await table.toArray()) as unknown] as const),
    );
    return { ...Object.fromEntries(rows), directory: await readDirectory(db) };
  } finally {
    db.close();
  }
}
