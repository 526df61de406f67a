import type { Envelope } from './envelope';
import type { Gap } from './purge-events';

/** Places of one chain, both included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

type Chain = Pick<Gap, 'registrant' | 'station'>;

/** The spans together, in their order, so that none meets another. */
export function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && from <= last.to + 1) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else whole.push({ from, to });
  }
  return whole;
}

/** What of a span none of the others covers. */
export function uncovered({ from, to }: Span, spans: readonly Span[]): Span[] {
  const left: Span[] = [];
  let next = from;
  for (const span of joined(spans)) {
    if (span.to < next) continue;
    if (span.from > to) break;
    if (span.from > next) left.push({ from: next, to: span.from - 1 });
    next = span.to + 1;
  }
  if (next <= to) left.push({ from: next, to });
  return left;
}

/**
 * Whether a run accounts for the first record of a hole: it begins there, after that very record; or it began before, and the
 * records in front of the hole, once part of it, came back from a backup that ended there.
 */
export function opens({ from, prev }: Pick<Gap, 'from' | 'prev'>, run: Gap): boolean {
  return run.from === from ? run.prev === prev : run.from < from && run.to >= from;
}

/**
 * Where purges stop telling of a hole in a chain; null where they tell of the whole: one tells of its first record (`opens`),
 * one of a run that ends where it ends, with the very hash that the next record follows, and together they leave nothing
 * out. `within`: runs that reach into the hole; `ending`: those that end at its end. Several computers may have purged parts
 * of it, each for itself, and what some held may have come back between.
 */
export function untoldFrom(
  hole: Gap,
  { within, ending }: { readonly within: readonly Gap[]; readonly ending: readonly Gap[] },
): number | null {
  const { from, to, hash } = hole;
  if (!within.some((run) => opens(hole, run))) return from;
  const [left] = uncovered({ from, to }, within);
  if (left) return left.from;
  return ending.some((run) => run.to === to && run.hash === hash) ? null : to + 1;
}

/** `reach`: how far any of the runs up to a place goes. */
interface ToldChain {
  readonly runs: Gap[];
  reach: readonly number[];
  readonly ends: Map<number, Gap[]>;
}

/** Runs that purges tell of, found by chain and place. */
export class ToldRuns {
  private readonly chains = new Map<string, ToldChain>();
  private isSorted = true;

  static keyOf({ registrant, station }: Chain): string {
    return JSON.stringify([registrant, station]);
  }

  add(runs: readonly Gap[]): void {
    for (const run of runs) {
      const key = ToldRuns.keyOf(run);
      const chain = this.chains.get(key) ?? { runs: [], reach: [], ends: new Map<number, Gap[]>() };
      this.chains.set(key, chain);
      chain.runs.push(run);
      chain.ends.set(run.to, [...(chain.ends.get(run.to) ?? []), run]);
    }
    this.isSorted = false;
  }

  /** By their first places. */
  of(chain: Chain): readonly Gap[] {
    return this.chainOf(chain)?.runs ?? [];
  }

  /** One run of each chain that any purge tells of. */
  perChain(): Gap[] {
    return [...this.chains.values()].flatMap(({ runs }) => runs.slice(0, 1));
  }

  /** Runs that have a place in common with it. */
  meeting(hole: Gap): readonly Gap[] {
    const { runs, reach } = this.chainOf(hole) ?? { runs: [], reach: [] };
    const found: Gap[] = [];
    for (let at = firstReaching(reach, hole.from); at < runs.length; at++) {
      const run = runs[at];
      if (!run || run.from > hole.to) break;
      if (run.to >= hole.from) found.push(run);
    }
    return found;
  }

  endingAt(chain: Chain, seq: number): readonly Gap[] {
    return this.chains.get(ToldRuns.keyOf(chain))?.ends.get(seq) ?? [];
  }

  /** Whether a record is the one that purges tell of, as far as they name its hash or the one before it. */
  agree({ registrant, station, seq, prev, hash }: Envelope): boolean {
    const at = { registrant, station, from: seq, to: seq, prev, hash };
    return (
      this.meeting(at).every((run) => run.from !== seq || run.prev === prev) &&
      this.endingAt(at, seq).every((run) => run.hash === hash)
    );
  }

  private chainOf(chain: Chain): ToldChain | undefined {
    if (!this.isSorted)
      for (const one of this.chains.values()) {
        one.runs.sort((a, b) => a.from - b.from);
        let far = 0;
        one.reach = one.runs.map(({ to }) => (far = Math.max(far, to)));
      }
    this.isSorted = true;
    return this.chains.get(ToldRuns.keyOf(chain));
  }
}

/** The first place from which on runs go as far as `seq`. */
function firstReaching(reach: readonly number[], seq: number): number {
  let [low, high] = [0, reach.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
