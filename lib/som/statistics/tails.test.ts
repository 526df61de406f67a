import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from './log-gamma';
import { median } from './median';
import { negativeBinomialTail } from './negative-binomial-tail';

describe('negativeBinomialTail', () => {
  it('equals the sum of the probabilities', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.1, max: 30, noNaN: true }),
        fc.double({ min: 1.05, max: 8, noNaN: true }),
        (count, mean, dispersion) => {
          const size = mean / (dispersion - 1);
          let below = 0;
          for (let k = 0; k < count; k++)
            below += Math.exp(
              logGamma(k + size) -
                logGamma(k + 1) -
                logGamma(size) -
                size * Math.log(dispersion) +
                k * Math.log1p(-1 / dispersion),
            );
          expect(10 ** -negativeBinomialTail(count, mean, mean * dispersion)).toBeCloseTo(1 - below, 8);
        },
      ),
    );
  });

  it('is finite and never falls as the count rises, absurd counts included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        fc.double({ min: 1.05, max: 50, noNaN: true }),
        (count, more, mean, dispersion) => {
          const [low, high] = [count, count + more].map((c) =>
            negativeBinomialTail(c, mean, mean * dispersion),
          ) as [number, number];
          expect(Number.isFinite(low)).toBe(true);
          expect(high).toBeGreaterThanOrEqual(low - 1e-6);
        },
      ),
    );
  });
});

describe('logGamma', () => {
  it('is the logarithm of the factorial', () => {
    let sum = 0;
    for (let n = 1; n <= 100; n++) {
      expect(logGamma(n)).toBeCloseTo(sum, 8);
      sum += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });
});

describe('median', () => {
  it('is the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});
