import { median } from './median';

/** How much of the whole the wide kernel around the median weighs, in observations: what few of them can't tell. */
const PRIOR_WEIGHT = 2;

/** P(T > t) for Student's t with four degrees of freedom, in closed form; exact to the last digits in both tails. */
function tailOfFour(t: number): number {
  const root = Math.sqrt(4 + t * t);
  // 1 − t/root without the loss of digits that the difference has for large t.
  const rest = t > 0 ? 4 / (root * (root + t)) : 1 - t / root;
  return (rest * rest * (3 - rest)) / 4;
}

/**
 * −log10 of the share of a distribution that lies above `x`, where all that is known of it are the `seen` values: one
 * kernel of Student's t (ν = 4) of the given width around each, and one of `priorWidth` around their median. With many
 * values it follows them, with few it stays humble; never falls as `x` rises, finite for every finite `x`. `seen` isn't
 * empty.
 */
export function kernelTail(seen: ArrayLike<number>, x: number, width: number, priorWidth: number): number {
  let above = PRIOR_WEIGHT * tailOfFour((x - median(seen)) / priorWidth);
  for (let at = 0; at < seen.length; at++) above += tailOfFour((x - (seen[at] as number)) / width);
  return -Math.log10(above / (seen.length + PRIOR_WEIGHT));
}
