import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
