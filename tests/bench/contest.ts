import type { Budget, Figure } from './figure';
import { median } from './median';

type Work = () => unknown;

export interface Contender {
  readonly name: string;
  readonly work: Work;
}

/** Our work, what it can't do without, and how other programs do the same. */
export interface Contest {
  readonly name: string;
  readonly ours: Work;
  readonly base: Contender;
  readonly others: readonly Contender[];
  readonly budget?: Budget;
  /** Work of `ours` per work of `base`, where the two aren't equally large; 1 unless said. */
  readonly scale?: number;
  readonly rounds: number;
}

/** A round shorter than this would measure the clock: browsers round theirs to 0.1 ms. */
const ROUND_MS = 10;
const MAX_CALLS = 200;
/** Until then an engine still compiles what it runs. */
const WARM_UP_MS = 1_000;

/** Ours first, then the base alone, then the others; each beside the base in rounds of its own, so that nobody's garbage falls on ours. */
export async function run(contest: Contest, where: string): Promise<Figure[]> {
  const { base, budget, rounds, scale = 1 } = contest;
  const name = `${contest.name}, ${where}`;
  const [mine, theirs] = await duel(contest.ours, base.work, rounds);
  const figures: Figure[] = [
    {
      name,
      value: mine.ms,
      unit: 'ms',
      ratio: (theirs.ms / mine.ms) * scale,
      against: base.name,
      n: mine.n,
      ...(budget && { budget }),
    },
    { name: `${name}: ${base.name}`, value: theirs.ms, unit: 'ms', n: theirs.n },
  ];
  for (const other of contest.others) figures.push(await beside(other, contest, name));
  return figures;
}

async function beside(other: Contender, { base, rounds, scale = 1 }: Contest, name: string): Promise<Figure> {
  const figure = { name: `${name}: ${other.name}`, unit: 'ms' } as const;
  try {
    const [theirs, bare] = await duel(other.work, base.work, Math.ceil(rounds / 2));
    const ratio = (bare.ms / theirs.ms) * scale;
    return { ...figure, value: theirs.ms, ratio, against: base.name, n: theirs.n };
  } catch (error) {
    return { ...figure, value: null, n: 0, failure: error instanceof Error ? error.message : String(error) };
  }
}

interface Median {
  readonly ms: number;
  readonly n: number;
}

/** Both in turn, now one first and now the other: whatever else the machine does falls on both alike. */
export async function duel(one: Work, other: Work, rounds: number): Promise<[Median, Median]> {
  const sides = [await side(one), await side(other)] as const;
  for (let round = 0; round < rounds; round++)
    for (const { work, calls, times } of round % 2 === 0 ? sides : [...sides].reverse())
      times.push((await time(work, calls)) / calls);
  const [a, b] = sides.map(({ calls, times }) => ({ ms: median(times), n: rounds * calls }));
  return [a as Median, b as Median];
}

async function side(work: Work) {
  let [spent, warm] = [0, 0];
  for (; spent < WARM_UP_MS; warm++) spent += await time(work, 1);
  const times: number[] = [];
  const calls = Math.ceil(Math.min(MAX_CALLS, (ROUND_MS * warm) / spent));
  return { work, times, calls };
}

async function time(work: Work, calls: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < calls; i++) await work();
  return performance.now() - start;
}
