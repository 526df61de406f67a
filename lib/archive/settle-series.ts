import { Dexie } from 'dexie';
import type { ArchiveDatabase } from './database';
import { digestOf } from './digest';
import { shiftPast, type Digests, type MonthChange } from './past-row';
import type { Contribution, DigestRow } from './rows';

const BATCH = 24;
const KEY = '[substanceCode+month]';

/** The months of substances whose daily sums were moved by one act, to be added up anew at its end. */
export class TouchedMonths {
  private readonly months = new Map<string, Set<string>>();

  add({ substanceCode, date }: Pick<Contribution, 'substanceCode' | 'date'>): void {
    const months = this.months.get(substanceCode) ?? new Set();
    this.months.set(substanceCode, months.add(date.slice(0, 7)));
  }

  /** By substance; empties itself. */
  take(): [substanceCode: string, months: readonly string[]][] {
    const taken = [...this.months].map(([code, months]): [string, string[]] => [code, [...months].sort()]);
    this.months.clear();
    return taken;
  }
}

/** Digests of a substance in the database, read a dozen or two at a time. */
export function storedDigests(db: Pick<ArchiveDatabase, 'digests'>, substanceCode: string): Digests {
  const within = (from: unknown, to: unknown) =>
    db.digests.where(KEY).between([substanceCode, from], [substanceCode, to], true, true);
  return {
    async *back(month) {
      let to: unknown = month ?? Dexie.maxKey;
      for (let some: DigestRow[]; ;) {
        some = await within(Dexie.minKey, to).reverse().limit(BATCH).toArray();
        yield* some;
        const last = some.at(-1);
        if (!last || some.length < BATCH) return;
        to = `${last.month.slice(0, 5)}${String(Number(last.month.slice(5)) - 1).padStart(2, '0')}`;
      }
    },
    async *forth() {
      const first = await within(Dexie.minKey, Dexie.maxKey).limit(1).toArray();
      yield* first;
      if (first[0]) yield* await within(first[0].month, Dexie.maxKey).toArray();
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
