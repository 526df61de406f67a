import { limits } from '@/lib/base';

/** A number of dosage units that can be real; 0 where it can't: NaN, infinities, more than the largest amount. */
export function soundUnits(units: number): number {
  return Number.isFinite(units) && Math.abs(units) <= limits.somMaxMg ? units : 0;
}

/** Their sum, what went back taken off; never below 0. */
export function sumUnits(parts: Iterable<{ readonly units: number }>): number {
  let sum = 0;
  for (const { units } of parts) sum += soundUnits(units);
  return Math.max(0, sum);
}
