import type { Envelope } from './envelope';
import { countHere } from './gaps';
import type { ProjectionStore } from './projection-store';
import type { PurgedStream } from './purge-events';
import type { CarriedRow, Contribution, RunRow } from './rows';
import { shiftSeries } from './series';

type Purge = Envelope<'records.purged'>;

/**
 * Takes what a purge tells into the projections: the runs it took, and what they had added up to. A stream counts by what is
 * carried forward of it until as many of its records are here: what another computer held of it may have come back, whole or
 * in part. Told of twice, it counts once, as whoever knew more of it told it, or else as it was told first. Inside a
 * transaction.
 */
export async function projectPurge(db: ProjectionStore, event: Purge): Promise<void> {
  await putRuns(db, event);
  const { gaps, records, totals, streams } = event.payload;
  // Of records from before each stream was told by itself: all of it, or nothing, whichever is nearer to what is here.
  if (!streams) {
    if (2 * (await countHere(db, gaps)) < records) await shiftSeries(db, [], totals);
    return;
  }
  const ids = streams.map(({ id }) => id);
  const here = await recordsHere(db, ids);
  const known = await db.carried.bulkGet(ids);
  const rows = streams.map((stream, index): CarriedRow => {
    const told = { id: stream.id, records: stream.records, totals: totalsOf(stream, totals) };
    const before = known[index];
    const row = before && before.records >= told.records ? before : told;
    return { ...row, counts: (here.get(stream.id) ?? 0) < row.records };
  });
  const counting = (row: CarriedRow | undefined) => (row?.counts ? row.totals : []);
  await db.carried.bulkPut(rows);
  await shiftSeries(db, known.flatMap(counting), rows.flatMap(counting));
}

async function recordsHere(
  { events }: ProjectionStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = (await events.where('orderId').anyOf(ids).uniqueKeys()) as string[];
  const counts = found.map(async (id): Promise<[string, number]> => [
    id,
    await events.where('orderId').equals(id).count(),
  ]);
  return new Map(await Promise.all(counts));
}

/** Of the same run told twice, by the record that was first. */
async function putRuns(
  db: ProjectionStore,
  { registrant, station, seq, payload }: Pick<Purge, 'registrant' | 'station' | 'seq' | 'payload'>,
): Promise<void> {
  const rows = payload.gaps.map((gap): RunRow => ({ ...gap, by: [registrant, station, seq] }));
  const told = await db.runs.bulkGet(rows.map((row) => [row.registrant, row.station, row.from, row.to]));
  await db.runs.bulkPut(rows.filter((_row, index) => told[index] === undefined));
}

function totalsOf({ parts }: PurgedStream, totals: readonly Contribution[]): Contribution[] {
  return parts.flatMap(({ of, ...amounts }) => {
    const total = totals[of];
    if (!total) return [];
    const { substanceCode, supplierId, strengthMg, date } = total;
    return [{ substanceCode, supplierId, strengthMg, date, ...amounts }];
  });
}
