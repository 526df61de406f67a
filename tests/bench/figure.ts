/** One measured thing, as `npm run bench -- --json` prints it; the budget is for people's table only. */
export interface Figure {
  readonly name: string;
  /** Median of one call, or what is held; null where the program could not do it. */
  readonly value: number | null;
  readonly unit: 'ms' | 'MB';
  /** Rate beside that of `against`, both from the same rounds: 1 = as fast, 0.5 = takes twice as long. */
  readonly ratio?: number;
  readonly against?: string;
  /** Calls that were counted. */
  readonly n: number;
  /** The least ratio, or the most milliseconds, that issue and README promise. */
  readonly budget?: Budget;
  /** Why there is no value. */
  readonly failure?: string;
}

export interface Budget {
  readonly leastRatio?: number;
  readonly mostMs?: number;
}

export function meets({ value, ratio, budget }: Figure): boolean {
  const isFastEnough = budget?.mostMs === undefined || (value !== null && value <= budget.mostMs);
  return isFastEnough && (budget?.leastRatio === undefined || (ratio ?? 0) >= budget.leastRatio);
}
