import type { ProjectionStore } from './projection-store';
import type { UnrecognisedRow } from './rows';

const keyOf = ({ key, date, text }: UnrecognisedRow): [string, string, string] => [
  ...([key, date, text] as const),
];

/** Brings the days of products that aren't recognised from what something held before to what it holds now. */
export async function shiftUnrecognised(
  db: Pick<ProjectionStore, 'unrecognised'>,
  before: readonly UnrecognisedRow[] = [],
  after: readonly UnrecognisedRow[] = [],
): Promise<void> {
  const changes = new Map<string, UnrecognisedRow>();
  for (const [rows, sign] of [
    [before, -1],
    [after, 1],
  ] as const)
    for (const row of rows) {
      const name = JSON.stringify(keyOf(row));
      changes.set(name, added(changes.get(name), row, sign));
    }
  const moved = [...changes.values()].filter(
    ({ lines, scheduled }) => lines !== 0 || scheduled !== undefined,
  );
  if (moved.length === 0) return;
  const stored = await db.unrecognised.bulkGet(moved.map(keyOf));
  const sums = moved.map((row, index) => added(stored[index], row, 1));
  const left = sums.filter(({ lines }) => lines > 0);
  const gone = sums.filter(({ lines }) => lines <= 0);
  if (left.length > 0) await db.unrecognised.bulkPut(left);
  if (gone.length > 0) await db.unrecognised.bulkDelete(gone.map(keyOf));
}

/** `row`, so many times, with what there was of it. */
function added(
  before: UnrecognisedRow | undefined,
  { scheduled: more = 0, ...row }: UnrecognisedRow,
  sign: 1 | -1,
): UnrecognisedRow {
  const scheduled = (before?.scheduled ?? 0) + sign * more;
  return {
    ...row,
    lines: (before?.lines ?? 0) + sign * row.lines,
    ...(scheduled !== 0 && { scheduled }),
  };
}
