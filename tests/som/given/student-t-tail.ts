import { logIncompleteBeta } from '../../../lib/som/statistics/log-incomplete-beta';

/** −log10 P(T > t) for Student's t with `freedom` > 0 degrees of freedom; finite for every finite t. */
export function studentTTail(t: number, freedom: number): number {
  const square = t * t;
  const both = logIncompleteBeta(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square));
  const upper = t >= 0 ? both - Math.LN2 : Math.log1p(-Math.exp(both) / 2);
  return Math.max(0, -upper / Math.LN10);
}
