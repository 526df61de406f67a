import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelTail } from './kernel-tail';

const seen = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 50 });
const x = fc.double({ min: -60, max: 60, noNaN: true });

describe('kernelTail', () => {
  it('is half at the only value seen, and at the middle of many', () => {
    expect(kernelTail([3], 3, 0.2, 0.7)).toBeCloseTo(Math.log10(2), 12);
    expect(kernelTail([1, 2, 3, 4, 5], 3, 0.2, 0.7)).toBeCloseTo(Math.log10(2), 12);
  });

  it('equals the share that a fine sum over the density gives', () => {
    const [values, width, prior] = [[0, 0.4, 1.1], 0.25, 0.7];
    const density = (t: number) => (3 / 8) * (1 + (t * t) / 4) ** -2.5;
    const at = (y: number) =>
      (values.reduce((sum, value) => sum + density((y - value) / width) / width, 0) +
        (2 * density((y - 0.4) / prior)) / prior) /
      (values.length + 2);
    const step = 1e-3;
    let above = 0;
    for (let y = 1.5 + step / 2; y < 200; y += step) above += at(y) * step;
    expect(10 ** -kernelTail(values, 1.5, width, prior)).toBeCloseTo(above, 7);
  });

  it('never falls as x rises, stays finite far out, and moves with its values', () => {
    fc.assert(
      fc.property(seen, x, x, fc.double({ min: -20, max: 20, noNaN: true }), (values, a, b, shift) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((at) =>
          kernelTail(values, at, 0.25, 0.7),
        ) as [number, number];
        expect(Number.isFinite(low) && low >= 0).toBe(true);
        expect(high).toBeGreaterThanOrEqual(low - 1e-12);
        const moved = values.map((value) => value + shift);
        expect(kernelTail(moved, a + shift, 0.25, 0.7)).toBeCloseTo(kernelTail(values, a, 0.25, 0.7), 6);
      }),
    );
    expect(Number.isFinite(kernelTail([0], 1e6, 0.25, 0.7))).toBe(true);
  });
});
