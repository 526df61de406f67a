/** One figure: the median of what is measured, beside the median of what it is measured against, in the same run. */
export interface Figure {
  readonly name: string;
  /** Median of one call. */
  readonly value: number;
  readonly unit: 'ms';
  /** Rate of this against the other: 1 = as fast, 0.5 = takes twice as long. */
  readonly ratio?: number;
  readonly against?: string;
  readonly n: number;
}

type Work = () => unknown;

/** Runs both in turn, so that whatever else the machine does falls on both alike. The first of each isn't counted. */
export async function sideBySide(
  name: string,
  work: Work,
  other: { readonly name: string; readonly work: Work } | null,
  n: number,
): Promise<Figure> {
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i <= n; i += 1) {
    const took = await time(work);
    const otherTook = other ? await time(other.work) : 0;
    if (i === 0) continue;
    mine.push(took);
    theirs.push(otherTook);
  }
  const value = median(mine);
  return { name, value, unit: 'ms', n, ...(other && { ratio: median(theirs) / value, against: other.name }) };
}

async function time(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
