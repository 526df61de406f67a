import type { ArchiveDatabase } from './database';
import { areGone, gapRows } from './gaps';
import { rebuildWithin } from './rebuild';

/**
 * A purge made elsewhere may have come while its records were on hold here. Once they go by a purge of this computer, two
 * records tell of one removal, and which of them counts follows from the order of all: the projections are made anew.
 * Inside a transaction.
 */
export async function settlePurges(db: ArchiveDatabase): Promise<void> {
  const purges = await db.events.where('commandId').startsWith('purge-').toArray();
  for (const event of purges) {
    if (event.type !== 'records.purged') continue;
    const rows = gapRows(event);
    const places = rows.map(({ registrant, station, from }): [string, string, number] => [
      ...([registrant, station, from] as const),
    ]);
    const told = await db.gaps.bulkGet(places);
    const isToldOtherwise = rows.some(({ by }, index) => told[index]?.by.join() !== by.join());
    if (isToldOtherwise && (await areGone(db, rows))) {
      await rebuildWithin(db);
      return;
    }
  }
}
