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

/**
 * The purged run that begins at a place of a chain, if the record that vouches for it says the same. That record's own
 * place and hash are checked where its chain is walked.
 */
export async function vouchedGap(
  db: ArchiveDatabase,
  at: { readonly registrant: string; readonly station: string; readonly seq: number; readonly prev: string },
): Promise<Gap | null> {
  const row = await db.gaps.get([at.registrant, at.station, at.seq]);
  if (!row || row.prev !== at.prev || row.to < row.from) return null;
  const by = await db.events.get([...row.by]);
  if (by?.type !== 'records.purged') return null;
  const isSame = (gap: Gap) =>
    (['registrant', 'station', 'from', 'to', 'prev', 'hash'] as const).every((key) => gap[key] === row[key]);
  return by.payload.gaps.some(isSame) ? row : null;
}
