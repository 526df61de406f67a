import type { Table } from 'dexie';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import type { Gap } from './purge-events';
import type { RunRow } from './rows';
import { untoldFrom } from './told-runs';

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

/** How many records of these runs are here. */
export async function countHere(
  { events }: { readonly events: Table<Envelope, [string, string, number]> },
  gaps: readonly Gap[],
): Promise<number> {
  const runs = gaps
    .filter(({ from, to }) => from <= to)
    .map(({ registrant, station, from, to }): [unknown[], unknown[]] => [
      [registrant, station, from],
      [registrant, station, to],
    ]);
  return events
    .where('[registrant+station+seq]')
    .inAnyRange(runs as [string[], string[]][], { includeLowers: true, includeUppers: true })
    .count();
}

/**
 * Where records stop vouching for a hole as purged; null where they do for the whole. Those records' own places and hashes
 * are checked where their chains are walked.
 */
export async function unvouchedFrom(db: ArchiveDatabase, hole: Gap): Promise<number | null> {
  const { registrant, station, from, to } = hole;
  const within = await db.runs
    .where('[registrant+station+from+to]')
    .between([registrant, station, from], [registrant, station, to + 1], true, false)
    .toArray();
  const ends = await db.runs.where('[registrant+station+to]').equals([registrant, station, to]).toArray();
  const told = { within: await vouched(db, within), ending: await vouched(db, ends) };
  const untold = untoldFrom(hole, told);
  if (untold === null) return null;
  // Rare, and looked for last, since it reads all runs before: one whose first records came back from a backup made between.
  const earlier = await db.runs
    .where('[registrant+station+from+to]')
    .between([registrant, station], [registrant, station, from], true, false)
    .filter((run) => run.to >= from)
    .toArray();
  if (earlier.length === 0) return untold;
  return untoldFrom(hole, { ...told, within: [...(await vouched(db, earlier)), ...told.within] });
}

/** Those of which the record that is named says the same. */
async function vouched(db: ArchiveDatabase, rows: readonly RunRow[]): Promise<RunRow[]> {
  const told = new Map<string, readonly Gap[]>();
  for (const { by } of rows) {
    const name = JSON.stringify(by);
    if (told.has(name)) continue;
    const event = await db.events.get([...by]);
    told.set(name, event?.type === 'records.purged' ? event.payload.gaps : []);
  }
  const keys = ['registrant', 'station', 'from', 'to', 'prev', 'hash'] as const;
  return rows.filter((row) =>
    told.get(JSON.stringify(row.by))?.some((gap) => keys.every((key) => gap[key] === row[key])),
  );
}
