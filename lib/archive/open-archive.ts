import { guarded, type Clock } from '@/lib/base';
import type { BesideEvent } from '@/lib/order';
import { allocateWithin } from './allocate-number';
import { appendWithin, type Writer } from './append';
import type { Archive } from './archive';
import { copiedHeads, noteCopy, readCopyState } from './copy-state';
import { ARCHIVE_NAME, ArchiveDatabase } from './database';
import { exportEvents } from './export-events';
import { isNumberUsed } from './guard';
import { listShelf } from './list-shelf';
import { mergeRecords } from './merge';
import { orderEventsOf, streamOf } from './project';
import { readDirectory } from './read-directory';
import { importedLines } from './project-history';
import { findPurgeable, purgeAll } from './purge';
import { readBeside, readOpenBeside } from './read-beside';
import { monitoringReads } from './read-monitoring';
import { orderReads } from './read-orders';
import { makeAnew, readStanding, refreshProjections, requireCurrent } from './refresh-projections';
import { allSameNumbers, ordersOfNumber } from './same-numbers';
import type { StationRow } from './rows';
import { readSeries } from './series';
import { ensureStation } from './station';
import { transact } from './transact';
import { verifyAll } from './verify';

/**
 * Opens the archive, making it where there is none. Any number of pages may have it open at once: every write is one
 * transaction. Where this version can't make the overview anew, it is open for reading (`standing`). Throws
 * `archive/unavailable`; writes throw `archive/read-only`, `archive/storage-full`, `archive/version-conflict`,
 * `order/number-used`, `order/unknown`, `signing/request-closed`, and then have written nothing.
 */
export async function openArchive({
  name = ARCHIVE_NAME,
  clock,
}: {
  readonly name?: string;
  readonly clock: Clock;
}): Promise<Archive> {
  const db = new ArchiveDatabase(name);
  await guarded(async () => {
    await db.open();
    await ensureStation(db);
    await refreshProjections(db, clock);
  });
  // Read in each act: a merge in another window may have made this another station.
  const write = <T>(work: (writer: Writer, station: StationRow) => Promise<T>) =>
    guarded(() =>
      transact(db, async () => {
        await requireCurrent(db);
        const station = await ensureStation(db);
        return work({ db, station: station.id, clock }, station);
      }),
    );

  return {
    append: (command) => write((writer) => appendWithin(writer, command)),

    recordedBefore: (at) =>
      guarded(
        async () =>
          (
            await db.events
              .where('[time+station+seq]')
              .below([[at]])
              .last()
          )?.time[0] ?? null,
      ),

    isWritten: (commandId) =>
      guarded(async () => (await db.events.where('commandId').equals(commandId).count()) > 0),

    directory: () => guarded(() => readDirectory(db)),

    ...orderReads(db, clock),

    ...monitoringReads(db),

    besideRecords: (page) => guarded(() => readBeside(db, page)),

    besideEvents: (id) =>
      guarded(async () => orderEventsOf(await streamOf(db, id)) as unknown as readonly BesideEvent[]),

    openBeside: () => guarded(() => readOpenBeside(db, clock)),

    series: (substanceCode, since) => guarded(() => readSeries(db, substanceCode, since)),

    importedLines: (importId) => importedLines(db, importId),

    allocateNumber: (requestId, who, date) =>
      write((writer, { prefix }) => allocateWithin(writer, prefix, { requestId, who, date })),

    isNumberUsed: (number, exceptOrderId) => guarded(() => isNumberUsed(db, number, exceptOrderId)),

    ordersOfNumber: (number) => guarded(() => ordersOfNumber(db, number)),

    sameNumbers: () => guarded(() => allSameNumbers(db)),

    lists: listShelf(db),

    standing: () => guarded(() => readStanding(db)),

    verify: (onProgress = () => undefined) => guarded(() => verifyAll(db, onProgress)),

    rebuild: () => guarded(() => makeAnew(db)),

    exportEvents: (after = []) => exportEvents(db, after),

    station: () => guarded(async () => (await ensureStation(db)).id),

    heads: () => guarded(() => db.heads.toArray()),

    merge: (batches, onProgress = () => undefined) =>
      guarded(() => mergeRecords({ db, clock }, batches, onProgress)),

    purgeable: (on, retention) => guarded(() => findPurgeable(db, on, retention)),

    purge: (on, who, retention, onProgress = () => undefined) =>
      purgeAll(
        { on, who, retention, onProgress },
        {
          count: () => guarded(() => findPurgeable(db, on, retention)),
          slice: (step) => write((writer) => step(writer)),
        },
      ),

    copyState: () => guarded(() => readCopyState(db)),

    copiedHeads: (target) => guarded(() => copiedHeads(db, target)),

    noteCopy: (copy) => guarded(() => noteCopy(db, copy)),

    close: () => db.close(),
  };
}
