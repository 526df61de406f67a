import { PAST_DAYS, type SubstancePast } from './past';

/** Windows that ended within a year are compared with. */
const REACH_DAYS = 365;

/** Sums of the last `days` days at each day on which something was ordered before today; whole windows alone. */
export function earlierWindows({ mg, orders, today, firstDay }: SubstancePast, days: number): Float64Array {
  const before = sumsBefore(mg);
  const first = Math.max(0, PAST_DAYS - 1 - (today - firstDay));
  const sums = new Float64Array(REACH_DAYS);
  let count = 0;
  for (let end = Math.max(first + days - 2, PAST_DAYS - 1 - REACH_DAYS); end < PAST_DAYS - 1; end++) {
    if (end < 0 || orders[end] === 0) continue;
    const sum = (before[end + 1] as number) - (before[Math.max(0, end + 1 - days)] as number);
    if (sum > 0) sums[count++] = sum;
  }
  return sums.subarray(0, count);
}

/** Milligrams of the last `days` days before and on today, without the order at hand. */
export function recentMg({ mg }: SubstancePast, days: number, until = 0): number {
  let sum = 0;
  for (let slot = PAST_DAYS - until - days; slot < PAST_DAYS - until; slot++) sum += mg[slot] ?? 0;
  return sum;
}

function sumsBefore(mg: Float64Array): Float64Array {
  const before = new Float64Array(mg.length + 1);
  for (let slot = 0; slot < mg.length; slot++)
    before[slot + 1] = (before[slot] as number) + (mg[slot] as number);
  return before;
}
