import type { OrderNumber } from '@/lib/base';
import type { Directory } from './directory';
import type { Envelope } from './envelope';
import { emptyDirectory, foldDirectory } from './fold-directory';
import { areGone, gapRows } from './gaps';
import { projectHistory } from './project-history';
import type { ProjectionStore } from './projection-store';
import { shiftSeries } from './series';

/** The directory as it stands; a row that an earlier version wrote is completed by what it didn't know. */
export async function readDirectory(db: Pick<ProjectionStore, 'meta'>): Promise<Directory> {
  const row = await db.meta.get('directory');
  if (row?.key !== 'directory') return emptyDirectory;
  const { registrant } = row.directory;
  const earlier = { ...emptyDirectory, registrants: registrant ? [registrant] : [] };
  const settings = { ...emptyDirectory.settings, ...row.directory.settings };
  return { ...earlier, ...row.directory, settings };
}

/** This station's id; the empty string while a database is being made. */
export async function stationOf(db: Pick<ProjectionStore, 'meta'>): Promise<string> {
  const row = await db.meta.get('station');
  return row?.key === 'station' ? row.id : '';
}

/** Takes what isn't the life of one order into its projections. Inside a transaction. */
export async function projectDirectory(db: ProjectionStore, events: readonly Envelope[]): Promise<void> {
  const before = await readDirectory(db);
  const station = await stationOf(db);
  let after = before;
  for (const event of events) {
    const { imports } = after;
    after = foldDirectory(after, event, station);
    if (after.imports !== imports) await projectHistory(db, event, imports);
    if (event.type === 'number.allocated') {
      const { number, requestId } = event.payload;
      await db.numbers.put({ number: number as OrderNumber, requestId });
    } else if (event.type === 'records.purged') {
      await projectPurge(db, event);
    }
  }
  if (after !== before) await db.meta.put({ key: 'directory', directory: after });
}

/** What is still here counts itself; what two computers purged, each for itself, counts once and stays as long as the longer run. */
async function projectPurge(db: ProjectionStore, event: Envelope<'records.purged'>): Promise<void> {
  const rows = gapRows(event);
  const places = rows.map(({ registrant, station, from }): [string, string, number] => [
    registrant,
    station,
    from,
  ]);
  if (!(await areGone(db, rows))) return;
  const told = await db.gaps.bulkGet(places);
  await db.gaps.bulkPut(rows.filter((row, index) => (told[index]?.to ?? 0) < row.to));
  if (told.every((row) => row === undefined)) await shiftSeries(db, [], event.payload.totals);
}
