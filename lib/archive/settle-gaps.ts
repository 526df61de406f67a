import type { ArchiveDatabase } from './database';
import { refuseRecord, MergeCheck } from './merge-check';
import type { Gap } from './purge-events';
import type { HeadRow } from './rows';

function nextGap(
  gaps: readonly Gap[],
  registrant: string,
  station: string,
  from: number,
  prev: string,
): Gap | null {
  return (
    gaps.find(
      (gap) =>
        gap.registrant === registrant &&
        gap.station === station &&
        gap.from === from &&
        gap.to >= from &&
        gap.prev === prev,
    ) ?? null
  );
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

/** Every run that is missing must be one that a record tells of as purged, or one whose records are here. */
export async function settleGaps(
  db: ArchiveDatabase,
  { claims, ends }: MergeCheck,
  told: readonly Gap[],
): Promise<HeadRow[]> {
  const gaps = [...told, ...(await db.gaps.toArray())];
  for (const claim of claims) {
    if (await isHere(db, claim)) continue;
    const { registrant, station } = claim;
    let [at, prev] = [claim.from, claim.prev];
    for (let gap = nextGap(gaps, registrant, station, at, prev); gap;) {
      [at, prev] = [gap.to + 1, gap.hash];
      gap = nextGap(gaps, registrant, station, at, prev);
    }
    if (at !== claim.to + 1 || prev !== claim.hash)
      refuseRecord('archive/record-misplaced', { station, seq: claim.from });
  }
  // Chains whose last records, or all of them, were purged end where the purge says.
  for (const gap of told) {
    const key = MergeCheck.keyOf(gap);
    const isNew = gap.from === 1 && !ends.has(key);
    if (isNew) ends.set(key, { ...headOf(gap), seq: 0, hash: gap.prev });
  }
  return [...ends.values()].map((end) => {
    let head = end;
    for (let more = true; more;) {
      const gap = nextGap(gaps, head.registrant, head.station, head.seq + 1, head.hash);
      more = gap !== null && gap.to >= gap.from;
      if (gap && more) head = headOf(gap);
    }
    return head;
  });
}

function headOf({ registrant, station, to, hash }: Gap): HeadRow {
  return { registrant, station, seq: to, hash };
}
