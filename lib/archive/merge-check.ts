import { CountersignError, type ErrorCode, type Params } from '@/lib/base';
import { CHAIN_START, fits } from './chain';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { isKnownType } from './known-types';
import type { Gap } from './purge-events';
import type { HeadRow } from './rows';
import type { ToldRuns } from './told-runs';

type At = Pick<Envelope, 'registrant' | 'station' | 'seq'>;

/** A refusal that names the first record it is about. */
export function refuseRecord(
  code: ErrorCode,
  { station, seq }: Pick<At, 'station' | 'seq'>,
  more: Params = {},
): never {
  throw new CountersignError(code, { station, seq, ...more });
}

/**
 * Walks records of other archives link by link, before any is taken. Chains come in any order, each from its beginning or
 * from where a chain here ends. Runs that were purged there are claims, to be settled when all is read.
 */
export class MergeCheck {
  readonly claims: Gap[] = [];
  /** Where each chain that came stands now. */
  readonly ends = new Map<string, HeadRow>();
  known = 0;
  /** Records that were here once, and come back. */
  returned = 0;

  constructor(
    private readonly db: ArchiveDatabase,
    private readonly heads: ReadonlyMap<string, HeadRow>,
    private readonly latest: number,
    private readonly told: ToldRuns,
  ) {}

  static keyOf({ registrant, station }: Pick<At, 'registrant' | 'station'>): string {
    return JSON.stringify([registrant, station]);
  }

  /** Answers those of a batch that aren't here yet. */
  async take(batch: readonly Envelope[]): Promise<Envelope[]> {
    const stored = await this.db.events.bulkGet(
      batch.map(({ registrant, station, seq }) => [registrant, station, seq]),
    );
    const news: Envelope[] = [];
    for (const [index, event] of batch.entries()) {
      this.link(event);
      const head = this.heads.get(MergeCheck.keyOf(event));
      if (!isKnownType(event.type)) refuseRecord('archive/record-newer', event, { type: event.type });
      const own = stored[index];
      if (own && own.hash !== event.hash) refuseRecord('archive/chain-forked', event);
      if (head && event.seq === head.seq + 1 && event.prev !== head.hash)
        refuseRecord('archive/chain-forked', event);
      if (own) this.known++;
      else news.push(event);
    }
    const returned = news.filter((event) => event.seq <= (this.heads.get(MergeCheck.keyOf(event))?.seq ?? 0));
    await this.requireSame(returned);
    this.returned += returned.length;
    return news;
  }

  /** What comes back must be what was purged, as far as what was left of it tells, and fit the records beside it. */
  private async requireSame(returned: readonly Envelope[]): Promise<void> {
    const beside = (step: number) =>
      this.db.events.bulkGet(
        returned.map(({ registrant, station, seq }) => [registrant, station, seq + step]),
      );
    const [before, after] = [await beside(-1), await beside(1)];
    for (const [index, event] of returned.entries()) {
      const follows = before[index] === undefined || before[index].hash === event.prev;
      const leads = after[index] === undefined || after[index].prev === event.hash;
      if (!follows || !leads || !this.told.agree(event)) refuseRecord('archive/chain-forked', event);
    }
  }

  /** The chain's next link, after the one before it or after a run that isn't there. */
  private link(event: Envelope): void {
    const key = MergeCheck.keyOf(event);
    const { registrant, station, seq, prev, hash } = event;
    const end = this.ends.get(key) ?? { registrant, station, seq: 0, hash: CHAIN_START };
    if (seq <= end.seq) refuseRecord('archive/record-misplaced', event);
    if (!fits(event, seq, prev)) refuseRecord('archive/record-altered', event);
    if (seq === end.seq + 1) {
      if (prev !== end.hash) refuseRecord('archive/record-misplaced', event);
    } else
      this.claims.push({ registrant, station, from: end.seq + 1, to: seq - 1, prev: end.hash, hash: prev });
    if (event.time[0] > this.latest) refuseRecord('archive/time-ahead', event);
    this.ends.set(key, { registrant, station, seq, hash });
  }
}
