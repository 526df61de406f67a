import { Dexie, type Table } from 'dexie';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import type { Gap } from './purge-events';
import type { GapRow } from './rows';

/** Runs of records that stood next to each other in their chains, as what is left of them once they are gone. */
export function gapsOf(events: readonly Envelope[]): Gap[] {
  const sorted = [...events].sort((a, b) => {
    if (a.registrant !== b.registrant) return a.registrant < b.registrant ? -1 : 1;
    if (a.station !== b.station) return a.station < b.station ? -1 : 1;
    return a.seq - b.seq;
  });
  const gaps: Gap[] = [];
  for (const { registrant, station, seq, prev, hash } of sorted) {
    const last = gaps.at(-1);
    if (last?.registrant === registrant && last.station === station && last.to === seq - 1) {
      gaps[gaps.length - 1] = { ...last, to: seq, hash };
    } else gaps.push({ registrant, station, from: seq, to: seq, prev, hash });
  }
  return gaps;
}

export function gapRows({ registrant, station, seq, payload }: Envelope<'records.purged'>): GapRow[] {
  return payload.gaps.map((gap) => ({ ...gap, by: [registrant, station, seq] }));
}

type Place = { readonly registrant: string; readonly station: string; readonly seq: number };

/** Whether no record of these runs is here. What was purged elsewhere in one run may have gone here in parts, or not at all. */
export async function areGone(
  { events }: { readonly events: Table<Envelope, [string, string, number]> },
  gaps: readonly Gap[],
): Promise<boolean> {
  const runs = gaps
    .filter(({ from, to }) => from <= to)
    .map(({ registrant, station, from, to }): [unknown[], unknown[]] => [
      [registrant, station, from],
      [registrant, station, to],
    ]);
  const found = await events
    .where('[registrant+station+seq]')
    .inAnyRange(runs as [string[], string[]][], { includeLowers: true, includeUppers: true })
    .first();
  return found === undefined;
}

/**
 * The purged run that begins at a place of a chain, if the record that vouches for it says the same. That record's own
 * place and hash are checked where its chain is walked.
 */
export async function vouchedGap(
  db: ArchiveDatabase,
  at: Place & { readonly prev: string },
): Promise<Gap | null> {
  const row = await db.gaps.get([at.registrant, at.station, at.seq]);
  return row && row.prev === at.prev && row.to >= row.from ? vouched(db, row) : null;
}

/** A purged run that goes on where another one ended, though it began before: two computers purged, each for itself. */
export async function overlappingGap(
  db: ArchiveDatabase,
  { registrant, station, seq }: Place,
): Promise<Gap | null> {
  const row = await db.gaps
    .where('[registrant+station+from]')
    .between([registrant, station, Dexie.minKey], [registrant, station, seq], true, false)
    .reverse()
    .filter(({ to }) => to >= seq)
    .first();
  return row ? vouched(db, row) : null;
}

async function vouched(db: ArchiveDatabase, row: GapRow): Promise<Gap | null> {
  const by = await db.events.get([...row.by]);
  if (by?.type !== 'records.purged') return null;
  const isSame = (gap: Gap) =>
    (['registrant', 'station', 'from', 'to', 'prev', 'hash'] as const).every((key) => gap[key] === row[key]);
  return by.payload.gaps.some(isSame) ? row : null;
}
