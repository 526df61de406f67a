import type { ArchiveDatabase } from './database';
import { refuseRecord, MergeCheck } from './merge-check';
import type { Gap } from './purge-events';
import type { HeadRow } from './rows';

/**
 * Where purged runs lead from a place, one after the other; runs of one chain. The first begins at that place. A later one may
 * begin within the one before: two computers purged, each for itself. `last`: a record that is there after them.
 */
function reached(gaps: readonly Gap[], start: HeadRow, last = Number.POSITIVE_INFINITY): HeadRow[] {
  const ends = [start];
  const known = new Set<string>();
  for (const end of ends) {
    for (const gap of gaps) {
      const name = `${String(gap.to)} ${gap.hash}`;
      if (gap.to <= end.seq || gap.to > last || known.has(name)) continue;
      const follows = gap.from === end.seq + 1 && gap.prev === end.hash;
      const overlaps = end !== start && gap.from <= end.seq;
      if (!follows && !overlaps) continue;
      known.add(name);
      ends.push(headOf(gap));
    }
  }
  return ends;
}

/** Whether records that are here already fill the run. */
async function isHere(
  db: ArchiveDatabase,
  { registrant, station, from, to, prev, hash }: Gap,
): Promise<boolean> {
  const [first, last] = await db.events.bulkGet([
    [registrant, station, from],
    [registrant, station, to],
  ]);
  return first?.prev === prev && last?.hash === hash;
}

function byChain(gaps: readonly Gap[]): Map<string, Gap[]> {
  const chains = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = MergeCheck.keyOf(gap);
    const chain = chains.get(key);
    if (chain) chain.push(gap);
    else chains.set(key, [gap]);
  }
  return chains;
}

/** Every run that is missing must be one that a record tells of as purged, or one whose records are here. */
export async function settleGaps(
  db: ArchiveDatabase,
  { claims, ends }: MergeCheck,
  told: readonly Gap[],
): Promise<HeadRow[]> {
  const gaps = byChain([...told, ...(await db.gaps.toArray())]);
  for (const claim of claims) {
    if (await isHere(db, claim)) continue;
    const { registrant, station, from, to, prev, hash } = claim;
    const start = { registrant, station, seq: from - 1, hash: prev };
    const settled = reached(gaps.get(MergeCheck.keyOf(claim)) ?? [], start, to);
    if (!settled.some((end) => end.seq === to && end.hash === hash))
      refuseRecord('archive/record-misplaced', { station, seq: from });
  }
  // Chains whose last records, or all of them, were purged end where the purge says.
  for (const gap of told) {
    const key = MergeCheck.keyOf(gap);
    const isNew = gap.from === 1 && !ends.has(key);
    if (isNew) ends.set(key, { ...headOf(gap), seq: 0, hash: gap.prev });
  }
  return [...ends.values()].map((end) =>
    reached(gaps.get(MergeCheck.keyOf(end)) ?? [], end).reduce((one, other) =>
      other.seq > one.seq ? other : one,
    ),
  );
}

function headOf({ registrant, station, to, hash }: Gap): HeadRow {
  return { registrant, station, seq: to, hash };
}
