import { logIncompleteBeta } from './log-incomplete-beta';

/** Counts above this are absurd and all answer as this one, so that the time stays bounded. */
const MAX_COUNT = 1_000_000;

/**
 * −log10 P(X ≥ count) for a negative binomial of the given mean > 0 and variance > mean:
 * P(X ≥ c) = I_q(c, r) with r = mean² / (variance − mean), q = 1 − mean / variance.
 */
export function negativeBinomialTail(count: number, mean: number, variance: number): number {
  const c = Math.min(Math.floor(count), MAX_COUNT);
  if (c <= 0) return 0;
  const size = (mean * mean) / (variance - mean);
  return Math.max(0, -logIncompleteBeta(c, size, 1 - mean / variance, mean / variance) / Math.LN10);
}
