import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logGamma } from './log-gamma';
import { median } from './median';
import { negativeBinomialTail } from './negative-binomial-tail';
import { studentTTail } from './student-t-tail';

describe('studentTTail', () => {
  // Critical values of the t distribution as statistics tables print them.
  it.each([
    [1.812, 10, 0.05],
    [2.764, 10, 0.01],
    [2.015, 5, 0.05],
    [6.314, 1, 0.05],
    [1.645, 1e6, 0.05],
    [3.09, 1e6, 0.001],
    [0, 7, 0.5],
    [-1.812, 10, 0.95],
  ])('gives P(T > %d) with %d degrees of freedom as %d', (t, freedom, p) => {
    expect(10 ** -studentTTail(t, freedom)).toBeCloseTo(p, 4);
  });

  it('equals the closed form for two degrees of freedom, far into the tail', () => {
    for (const t of [0.1, 1, 5, 50, 1e4, 1e8]) {
      const square = t * t;
      const p = 1 / (Math.sqrt(2 + square) * (Math.sqrt(2 + square) + t));
      expect(studentTTail(t, 2)).toBeCloseTo(-Math.log10(p), 9);
    }
  });

  it('is finite, never negative and never falls as t rises', () => {
    const t = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(t, t, fc.integer({ min: 1, max: 60 }), (a, b, freedom) => {
        const [low, high] = [studentTTail(Math.min(a, b), freedom), studentTTail(Math.max(a, b), freedom)];
        expect(Number.isFinite(high) && low >= 0).toBe(true);
        expect(high).toBeGreaterThanOrEqual(low - 1e-9);
      }),
    );
  });
});

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
