import type { Envelope } from './envelope';
import { byTime } from './hybrid-time';
import type { DispensedLine, DispensingImport } from './monitoring-events';
import type { ProjectionStore } from './projection-store';
import type { DispensedRow } from './rows';

type DispensedKey = [date: string, substanceCode: string];

/**
 * What an event that changed the dispensing imports means for the daily sums: a part adds its rows, a withdrawal takes those
 * off that counted (`before`). Inside a transaction.
 */
export async function projectDispensed(
  db: Pick<ProjectionStore, 'dispensed' | 'events'>,
  event: Envelope,
  before: readonly DispensingImport[],
): Promise<void> {
  if (event.type === 'dispensed.imported') await shiftDispensed(db, event.payload.rows, 1);
  if (event.type !== 'dispensed.withdrawn') return;
  const known = before.find(({ importId }) => importId === event.payload.importId);
  for (const rows of known ? await partsOf(db, known) : []) await shiftDispensed(db, rows, -1);
}

/**
 * Of each part that counts the record that was first: two computers may have taken the same file. Commands of an import begin
 * with its name.
 */
async function partsOf(
  db: Pick<ProjectionStore, 'events'>,
  { importId, sha256, parts }: DispensingImport,
): Promise<readonly (readonly DispensedLine[])[]> {
  const found = await db.events.where('commandId').startsWith(`${importId}-`).toArray();
  const first = new Map<number, readonly DispensedLine[]>();
  for (const event of found.sort(byTime)) {
    if (event.type !== 'dispensed.imported') continue;
    const { importId: of, sha256: text, part, rows } = event.payload;
    if (of === importId && text === sha256 && parts.includes(part) && !first.has(part)) first.set(part, rows);
  }
  return [...first.values()];
}

/** All figures of a row, also those that it leaves out where they are 0. */
type Sums = Required<DispensedRow>;

async function shiftDispensed(
  db: Pick<ProjectionStore, 'dispensed'>,
  rows: readonly DispensedLine[],
  sign: 1 | -1,
): Promise<void> {
  const sums = new Map<string, Sums>();
  for (const { date, substanceCode, units, baseMg, mme } of rows) {
    const code = substanceCode ?? '';
    const key = `${date} ${code}`;
    sums.set(
      key,
      added(sums.get(key), {
        ...{ date, substanceCode: code },
        milliUnits: sign * Math.round(units * 1_000),
        baseUg: sign * Math.round((baseMg ?? 0) * 1_000),
        milliMme: sign * Math.round((mme ?? 0) * 1_000),
        withoutMg: baseMg === null ? sign : 0,
        withoutMme: mme === null ? sign : 0,
      }),
    );
  }
  const shifts = [...sums.values()];
  const keyOf = ({ date, substanceCode }: DispensedRow): DispensedKey => [date, substanceCode];
  const stored = await db.dispensed.bulkGet(shifts.map(keyOf));
  const now = shifts.map((shift, index) => added(stored[index], shift));
  const left = now.filter((row) => !isEmpty(row));
  const gone = now.filter(isEmpty);
  if (left.length > 0) await db.dispensed.bulkPut(left.map(shortened));
  if (gone.length > 0) await db.dispensed.bulkDelete(gone.map(keyOf));
}

function added(one: DispensedRow | undefined, shift: Sums): Sums {
  return {
    ...shift,
    milliUnits: shift.milliUnits + (one?.milliUnits ?? 0),
    baseUg: shift.baseUg + (one?.baseUg ?? 0),
    milliMme: shift.milliMme + (one?.milliMme ?? 0),
    withoutMg: shift.withoutMg + (one?.withoutMg ?? 0),
    withoutMme: shift.withoutMme + (one?.withoutMme ?? 0),
  };
}

function isEmpty({ milliUnits, baseUg, milliMme, withoutMg, withoutMme }: Sums): boolean {
  return [milliUnits, baseUg, milliMme, withoutMg, withoutMme].every((figure) => figure === 0);
}

function shortened({ withoutMg, withoutMme, ...row }: Sums): DispensedRow {
  return {
    ...row,
    ...(withoutMg !== 0 && { withoutMg }),
    ...(withoutMme !== 0 && { withoutMme }),
  };
}
