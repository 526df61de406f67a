import { CHAIN_START } from './chain';
import type { ArchiveDatabase } from './database';
import { refuseRecord, type MergeCheck } from './merge-check';
import type { Gap } from './purge-events';
import type { HeadRow } from './rows';
import { opens, ToldRuns, uncovered } from './told-runs';

/** Whether purges, and records that are here, account for a run that didn't come. */
async function isAccountedFor(db: ArchiveDatabase, claim: Gap, told: ToldRuns): Promise<boolean> {
  const { registrant, station, from, to, prev, hash } = claim;
  const [first, last] = await db.events.bulkGet([
    [registrant, station, from],
    [registrant, station, to],
  ]);
  const within = told.meeting(claim);
  const begins = first?.prev === prev || within.some((run) => opens(claim, run));
  const ends = last?.hash === hash || told.endingAt(claim, to).some((run) => run.hash === hash);
  if (!begins || !ends) return false;
  for (const left of uncovered(claim, within)) {
    const here = await db.events
      .where('[registrant+station+seq]')
      .between([registrant, station, left.from], [registrant, station, left.to], true, true)
      .count();
    if (here < left.to - left.from + 1) return false;
  }
  return true;
}

/** Where a chain ends whose last records, or all of them, were purged: where the purges say. */
function endOf(end: HeadRow, told: ToldRuns): HeadRow {
  const { registrant, station } = end;
  let last = end;
  for (const run of told.of(end)) {
    if (run.to <= last.seq) continue;
    if (run.from > last.seq + 1) break;
    if (run.from === end.seq + 1 && run.prev !== end.hash) continue;
    last = { registrant, station, seq: run.to, hash: run.hash };
  }
  return last;
}

/** Every run that is missing must be one that records tell of as purged, or one whose records are here. Answers the heads. */
export async function settleGaps(
  db: ArchiveDatabase,
  { claims, ends }: MergeCheck,
  told: ToldRuns,
): Promise<HeadRow[]> {
  for (const claim of claims)
    if (!(await isAccountedFor(db, claim, told)))
      refuseRecord('archive/record-misplaced', { station: claim.station, seq: claim.from });
  const unseen = told
    .perChain()
    .filter((run) => run.from === 1 && !ends.has(ToldRuns.keyOf(run)))
    .map(({ registrant, station }) => ({ registrant, station, seq: 0, hash: CHAIN_START }));
  return [...ends.values(), ...unseen].map((end) => endOf(end, told)).filter(({ seq }) => seq > 0);
}
