import { logGamma } from './log-gamma';

const MAX_STEPS = 100_000;
const TINY = 1e-300;

/**
 * Natural logarithm of the regularised incomplete beta function I_x(a, b), for a, b > 0. `x` and `y` = 1 − x are both
 * given, so that neither loses digits near 1. Logarithms keep tails of 10⁻³⁰⁰ and less apart.
 */
export function logIncompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return -Infinity;
  if (y <= 0) return 0;
  if (x < (a + 1) / (a + b + 2)) return logFraction(a, b, x, y);
  const complement = Math.exp(logFraction(b, a, y, x));
  return complement >= 1 ? -Infinity : Math.log1p(-complement);
}

function logFraction(a: number, b: number, x: number, y: number): number {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return a * Math.log(x) + b * Math.log(y) - logBeta - Math.log(a) + Math.log(continuedFraction(a, b, x));
}

/** Lentz's evaluation of the continued fraction (NIST DLMF 8.17.22). */
function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = guard(1 - ((a + b) * x) / (a + 1));
  d = 1 / d;
  let value = d;
  for (let m = 1; m <= MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}

function guard(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
