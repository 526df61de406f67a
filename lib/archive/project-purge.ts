import type { Envelope } from './envelope';
import { areGone } from './gaps';
import type { ProjectionStore } from './projection-store';
import type { PurgedStream } from './purge-events';
import type { CarriedRow, Contribution, RunRow } from './rows';
import { shiftSeries } from './series';

type Purge = Envelope<'records.purged'>;

/**
 * Takes what a purge tells into the projections: the runs it took, and what they had added up to. A stream counts by what is
 * carried forward of it only while none of its records is here: one that another computer held may have come back. Told of
 * twice, it counts once, as whoever knew more of it told it, or else as it was told first. Inside a transaction.
 */
export async function projectPurge(db: ProjectionStore, event: Purge): Promise<void> {
  await putRuns(db, event);
  const { gaps, totals, streams } = event.payload;
  // Of records from before each stream was told by itself: all of it, or nothing.
  if (!streams) {
    if (await areGone(db, gaps)) await shiftSeries(db, [], totals);
    return;
  }
  const ids = streams.map(({ id }) => id);
  const here = new Set(await db.events.where('orderId').anyOf(ids).uniqueKeys());
  const known = await db.carried.bulkGet(ids);
  const rows = streams.map((stream, index): CarriedRow => {
    const told = { id: stream.id, records: stream.records, totals: totalsOf(stream, totals) };
    const before = known[index];
    return { ...(before && before.records >= told.records ? before : told), counts: !here.has(stream.id) };
  });
  const counting = (row: CarriedRow | undefined) => (row?.counts ? row.totals : []);
  await db.carried.bulkPut(rows);
  await shiftSeries(db, known.flatMap(counting), rows.flatMap(counting));
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
