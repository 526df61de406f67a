import type { PlainDate } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { DispensedDay } from './monitoring-reads';

/** Daily sums of what was dispensed, both days included, oldest first. */
export async function readDispensed(
  db: ArchiveDatabase,
  from: PlainDate,
  to: PlainDate,
): Promise<DispensedDay[]> {
  const rows = await db.dispensed
    .where('[date+substanceCode]')
    .between([from], [to, '\uffff'], true, true)
    .toArray();
  return rows.map(({ date, substanceCode, milliUnits, baseUg, milliMme, withoutMg, withoutMme }) => ({
    date,
    substanceCode: substanceCode === '' ? null : substanceCode,
    units: milliUnits / 1_000,
    baseMg: withoutMg === undefined ? baseUg / 1_000 : null,
    mme: withoutMme === undefined ? milliMme / 1_000 : null,
  }));
}
