import { Dexie } from 'dexie';
import type { ArchiveDatabase } from './database';
import { digestOf } from './digest';
import { shiftPast, type Digests, type MonthChange } from './past-row';
import type { TouchedMonths } from './touched-months';

const BATCH = 24;
const KEY = '[substanceCode+month]';

/** Digests of a substance in the database, read some at a time. */
export function storedDigests(db: Pick<ArchiveDatabase, 'digests'>, substanceCode: string): Digests {
  const within = (from: unknown, to: unknown, ends: boolean) =>
    db.digests.where(KEY).between([substanceCode, from], [substanceCode, to], ends, ends);
  // No generators: a transaction is followed through promises alone.
  return {
    async back(isEnough) {
      let to: unknown = Dexie.maxKey;
      for (let more = true; more;) {
        const some = await within(Dexie.minKey, to, false).reverse().limit(BATCH).toArray();
        if (some.some(isEnough)) return;
        to = some.at(-1)?.month;
        more = some.length === BATCH;
      }
    },
    async forth(isEnough) {
      let from: unknown = Dexie.minKey;
      for (let [more, size] = [true, 1]; more; size = BATCH) {
        const some = await within(from, Dexie.maxKey, false).limit(size).toArray();
        if (some.some(isEnough)) return;
        from = some.at(-1)?.month;
        more = some.length === size;
      }
    },
  };
}

async function changeOf(db: ArchiveDatabase, substanceCode: string, month: string): Promise<MonthChange> {
  const [sums, before] = await Promise.all([
    db.series
      .where('[substanceCode+date+supplierId+strengthMg]')
      .between([substanceCode, month], [substanceCode, `${month}\uffff`])
      .toArray(),
    db.digests.get([substanceCode, month]),
  ]);
  return { month, before: before ?? null, after: digestOf(substanceCode, month, sums) };
}

/** Adds up the months that an act moved, and what is known of their substances' past. Inside its transaction, at its end. */
export async function settleSeries(db: ArchiveDatabase, touched: TouchedMonths): Promise<void> {
  await Promise.all(
    touched.take().map(async ([substanceCode, months]) => {
      const changes = await Promise.all(months.map((month) => changeOf(db, substanceCode, month)));
      const after = changes.flatMap((change) => change.after ?? []);
      const gone = changes.filter((change) => !change.after && change.before);
      const past = await db.pasts.get(substanceCode);
      if (after.length > 0) await db.digests.bulkPut(after);
      if (gone.length > 0)
        await db.digests.bulkDelete(gone.map(({ month }): [string, string] => [substanceCode, month]));
      const row = await shiftPast(substanceCode, past, changes, storedDigests(db, substanceCode));
      if (row) await db.pasts.put(row);
      else if (past) await db.pasts.delete(substanceCode);
    }),
  );
}
