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

type Sums = Required<Pick<Contribution, 'baseUg' | 'milliUnits' | 'backUg' | 'backMilliUnits'>>;

const NOTHING: Sums = { baseUg: 0, milliUnits: 0, backUg: 0, backMilliUnits: 0 };

function added(one: Sums, other: Contribution | undefined, sign: 1 | -1): Sums {
  return {
    baseUg: one.baseUg + sign * (other?.baseUg ?? 0),
    milliUnits: one.milliUnits + sign * (other?.milliUnits ?? 0),
    backUg: one.backUg + sign * (other?.backUg ?? 0),
    backMilliUnits: one.backMilliUnits + sign * (other?.backMilliUnits ?? 0),
  };
}

const isEmpty = (sums: Sums) => Object.values(sums).every((sum) => sum === 0);

/** Brings the daily sums from what something contributed before to what it contributes now. Inside a transaction. */
export async function shiftSeries(
  db: Pick<ProjectionStore, 'series' | 'act'>,
  before: readonly Contribution[],
  after: readonly Contribution[],
): Promise<void> {
  const changes = new Map<string, { readonly key: SeriesKey; readonly sums: Sums }>();
  for (const [list, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const item of list) {
      const key = keyOf(item);
      const name = JSON.stringify(key);
      changes.set(name, { key, sums: added(changes.get(name)?.sums ?? NOTHING, item, sign) });
    }
  }
  const moved = [...changes.values()].filter(({ sums }) => !isEmpty(sums));
  if (moved.length === 0) return;
  const stored = await db.series.bulkGet(moved.map(({ key }) => key));
  const left: Contribution[] = [];
  const gone: SeriesKey[] = [];
  for (const [index, { key, sums }] of moved.entries()) {
    const { backUg, backMilliUnits, ...net } = added(sums, stored[index], 1);
    const [substanceCode, date, supplierId, strengthMg] = key;
    const row = { substanceCode, supplierId, strengthMg, date: date as PlainDate, ...net };
    const isBack = backUg !== 0 || backMilliUnits !== 0;
    if (isBack) left.push({ ...row, backUg, backMilliUnits });
    else if (isEmpty({ ...NOTHING, ...net })) gone.push(key);
    else left.push(row);
    db.act.touched.add(row);
  }
  if (left.length > 0) await db.series.bulkPut(left);
  if (gone.length > 0) await db.series.bulkDelete(gone);
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
