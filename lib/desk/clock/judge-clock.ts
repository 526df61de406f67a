import { limits } from '@/lib/base';
import type { ClockReading } from './clock-reading';
import type { ClockStanding } from './views';

/** One vote: where the offset lies, in milliseconds. */
interface Vote {
  readonly from: number;
  readonly to: number;
  readonly sources: readonly string[];
  readonly at: number;
}

/**
 * What the comparisons that count say together. Each web server has a voice of its own; time servers have one between them,
 * since their answers aren't authenticated and whoever forges one forges all. The voice in the middle is believed where more
 * than half of them lie within five minutes of it, so that one wrong clock among several neither blocks nor hides anything.
 * Pure; the order of the readings doesn't matter. At most one reading a source (`keepReadings`).
 */
export function judgeClock(readings: readonly ClockReading[]): ClockStanding {
  const votes = votesOf(readings);
  const low = votes[Math.floor((votes.length - 1) / 2)];
  const high = votes[Math.floor(votes.length / 2)];
  if (!low || !high) return { state: 'unknown' };

  const middle = { from: Math.min(low.from, high.from), to: Math.max(low.to, high.to) };
  const agreeing = votes.filter((vote) =>
    [low, high].every((one) => distance(vote, one) <= limits.clockSkewMs),
  );
  if (agreeing.length * 2 <= votes.length)
    return { state: 'differ', sources: votes.flatMap(({ sources }) => sources), at: newest(votes) };

  const first = new Set([...low.sources, ...high.sources]);
  const others = agreeing.flatMap(({ sources }) => sources.filter((source) => !first.has(source)));
  return {
    state: nearest(middle) > limits.clockSkewMs ? 'off' : 'checked',
    offsetMs: (middle.from + middle.to) / 2,
    uncertaintyMs: (middle.to - middle.from) / 2,
    sources: [...first, ...others],
    odd: votes.filter((vote) => !agreeing.includes(vote)).flatMap(({ sources }) => sources),
    at: newest(agreeing),
  };
}

function votesOf(readings: readonly ClockReading[]): readonly Vote[] {
  const [closest] = readings
    .filter(({ by }) => by === 'ntp')
    .sort((a, b) => a.uncertaintyMs - b.uncertaintyMs || compareReadings(a, b));
  const voices = [...readings.filter(({ by }) => by === 'https'), ...(closest ? [closest] : [])];
  return voices.sort(compareReadings).map(({ offsetMs, uncertaintyMs, source, at }) => ({
    from: offsetMs - uncertaintyMs,
    to: offsetMs + uncertaintyMs,
    sources: [source],
    at,
  }));
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
