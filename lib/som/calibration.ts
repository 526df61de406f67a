/** A component's measure at which the share .2, .1, .05 … of real orders exceeds it, ascending. */
export type Calibration = readonly (readonly [share: number, measure: number])[];

/**
 * −log10 of the share of real orders that exceed `measure`: piecewise linear between the calibrated points, from
 * share 1 at 0, and on with the last slope. Never falls as `measure` rises.
 */
export function rarity(calibration: Calibration, measure: number): number {
  let [x0, y0] = [0, 0];
  let slope = 0;
  for (const [share, x1] of calibration) {
    const y1 = -Math.log10(share);
    slope = (y1 - y0) / (x1 - x0);
    if (measure <= x1) break;
    [x0, y0] = [x1, y1];
  }
  return y0 + slope * (measure - x0);
}
