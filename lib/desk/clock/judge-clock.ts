import { limits } from '@/lib/base';
import type { ClockReading } from './clock-reading';
import type { ClockStanding } from './views';

/** One vote: where the offset lies, in milliseconds. */
interface Vote {
  readonly from: number;
  readonly to: number;
  readonly source: string;
  readonly at: number;
}

/**
 * What the comparisons that count say together. Web servers vote: the one in the middle is believed where more than half of
 * them lie within five minutes of it, so that one wrong clock among several neither blocks nor hides anything. Time servers
 * have no vote, since their answers aren't authenticated and whoever sits on the way forges them: they confirm, or are told
 * as odd. Alone they warn where they find the clock right, for a forger might have, and block where they find it off, which
 * costs a forger's victim no more than allowing one web server. Pure; the order of the readings doesn't matter. At most one
 * reading a source (`keepReadings`).
 */
export function judgeClock(readings: readonly ClockReading[]): ClockStanding {
  const votes = votesBy('https', readings);
  const servers = votesBy('ntp', readings);
  if (votes.length === 0) return standingByServers(servers);
  const low = votes[Math.floor((votes.length - 1) / 2)];
  const high = votes[Math.floor(votes.length / 2)];
  if (!low || !high) return { state: 'unknown' };

  const middle = { from: Math.min(low.from, high.from), to: Math.max(low.to, high.to) };
  const isNear = (vote: Vote) => [low, high].every((one) => distance(vote, one) <= limits.clockSkewMs);
  const agreeing = votes.filter(isNear);
  if (agreeing.length * 2 <= votes.length)
    return { state: 'differ', sources: votes.map(({ source }) => source), at: newest(votes) };

  const first = new Set([low.source, high.source]);
  const all = [...votes, ...servers];
  return {
    state: nearest(middle) > limits.clockSkewMs ? 'off' : 'checked',
    ...spread(middle),
    sources: [...first, ...namesOf(all.filter(isNear)).filter((source) => !first.has(source))],
    odd: namesOf(all.filter((vote) => !isNear(vote))),
    at: newest(agreeing),
  };
}

/** The one whose answer came quickest speaks for all: it leaves the least open. */
function standingByServers(votes: readonly Vote[]): ClockStanding {
  const [closest] = [...votes].sort((a, b) => a.to - a.from - (b.to - b.from));
  if (!closest) return { state: 'unknown' };
  const isNear = (vote: Vote) => distance(vote, closest) <= limits.clockSkewMs;
  return {
    state: nearest(closest) > limits.clockSkewMs ? 'ntp-off' : 'ntp-only',
    ...spread(closest),
    sources: [closest.source, ...namesOf(votes.filter((vote) => vote !== closest && isNear(vote)))],
    odd: namesOf(votes.filter((vote) => !isNear(vote))),
    at: closest.at,
  };
}

function votesBy(by: ClockReading['by'], readings: readonly ClockReading[]): readonly Vote[] {
  return readings
    .filter((reading) => reading.by === by)
    .sort(compareReadings)
    .map(({ offsetMs, uncertaintyMs, source, at }) => ({
      from: offsetMs - uncertaintyMs,
      to: offsetMs + uncertaintyMs,
      source,
      at,
    }));
}

function namesOf(votes: readonly Vote[]): readonly string[] {
  return votes.map(({ source }) => source);
}

function spread({ from, to }: Pick<Vote, 'from' | 'to'>) {
  return { offsetMs: (from + to) / 2, uncertaintyMs: (to - from) / 2 };
}

function compareReadings(a: ClockReading, b: ClockReading): number {
  return a.offsetMs - b.offsetMs || (a.source < b.source ? -1 : 1);
}

function distance(a: Pick<Vote, 'from' | 'to'>, b: Pick<Vote, 'from' | 'to'>): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** How far from zero an offset is at least. */
function nearest({ from, to }: Pick<Vote, 'from' | 'to'>): number {
  return Math.max(0, from, -to);
}

function newest(votes: readonly Vote[]): number {
  return Math.max(...votes.map(({ at }) => at));
}
