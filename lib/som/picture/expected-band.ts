import { median } from '../statistics/median';
import type { PictureBand } from './picture';

/** Months before that a band looks at, and how many are needed. */
export const BAND_MONTHS = 12;
const ENOUGH = 3;
/** The median absolute deviation of a normal distribution, as a standard deviation. */
const AS_DEVIATION = 1.4826;
const WIDTH = 2;
/** Months that were all alike still don't promise the next one to the tablet. */
const LEAST_DEVIATION = 0.15;

/**
 * Where a month is expected by the months before it: their median, and two deviations to both sides (median absolute
 * deviation, at least 15 % of the median), so that one odd month doesn't widen it. Null with fewer than three months.
 */
export function expectedBand(totals: readonly number[]): PictureBand | null {
  if (totals.length < ENOUGH) return null;
  const middle = median(totals);
  const deviation = AS_DEVIATION * median(totals.map((total) => Math.abs(total - middle)));
  const width = WIDTH * Math.max(deviation, LEAST_DEVIATION * middle);
  return { low: Math.max(0, middle - width), high: middle + width };
}
