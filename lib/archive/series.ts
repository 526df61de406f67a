import { Dexie } from 'dexie';
import type { PlainDate } from '@/lib/base';
import type { SeriesDay } from './archive';
import type { ArchiveDatabase } from './database';
import type { ProjectionStore } from './projection-store';
import type { Contribution } from './rows';

type SeriesKey = [substanceCode: string, date: string, supplierId: string, strengthMg: number];

function keyOf({ substanceCode, date, supplierId, strengthMg }: Contribution): SeriesKey {
  return [substanceCode, date, supplierId, strengthMg];
}

/** Brings the daily sums from what something contributed before to what it contributes now. Inside a transaction. */
export async function shiftSeries(
  db: Pick<ProjectionStore, 'series'>,
  before: readonly Contribution[],
  after: readonly Contribution[],
): Promise<void> {
  const changes = new Map<string, Contribution>();
  for (const [list, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const item of list) {
      const name = JSON.stringify(keyOf(item));
      const sum = changes.get(name) ?? { ...item, baseUg: 0, milliUnits: 0 };
      changes.set(name, {
        ...sum,
        baseUg: sum.baseUg + sign * item.baseUg,
        milliUnits: sum.milliUnits + sign * item.milliUnits,
      });
    }
  }
  const moved = [...changes.values()].filter(({ baseUg, milliUnits }) => baseUg !== 0 || milliUnits !== 0);
  if (moved.length === 0) return;
  const stored = await db.series.bulkGet(moved.map(keyOf));
  const sums = moved.map((change, index) => ({
    ...change,
    baseUg: change.baseUg + (stored[index]?.baseUg ?? 0),
    milliUnits: change.milliUnits + (stored[index]?.milliUnits ?? 0),
  }));
  const isEmpty = ({ baseUg, milliUnits }: Contribution) => baseUg === 0 && milliUnits === 0;
  const left = sums.filter((sum) => !isEmpty(sum));
  const gone = sums.filter(isEmpty);
  if (left.length > 0) await db.series.bulkPut(left);
  if (gone.length > 0) await db.series.bulkDelete(gone.map(keyOf));
}

/** Daily sums of a substance over all suppliers, oldest first. */
export async function readSeries(
  db: ArchiveDatabase,
  substanceCode: string,
  since: PlainDate,
): Promise<SeriesDay[]> {
  const rows = await db.series
    .where('[substanceCode+date+supplierId+strengthMg]')
    .between([substanceCode, since, Dexie.minKey, Dexie.minKey], [substanceCode, Dexie.maxKey])
    .toArray();
  return rows.map(({ baseUg, milliUnits, backUg = 0, backMilliUnits = 0, ...day }) => ({
    ...day,
    baseMg: baseUg / 1_000,
    units: milliUnits / 1_000,
    returnedMg: backUg / 1_000,
    returnedUnits: backMilliUnits / 1_000,
  }));
}
