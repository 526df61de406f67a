import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rarity } from './calibration';
import { somComponents } from './components/registry';

it('gives each calibrated point its share', () => {
  for (const { calibration } of somComponents)
    for (const [share, measure] of calibration)
      expect(10 ** -rarity(calibration, measure)).toBeCloseTo(share, 9);
});

it('is 0 where nothing is unusual and never falls', () => {
  const measure = fc.double({ min: 0, max: 1e6, noNaN: true });
  for (const { calibration } of somComponents) {
    expect(rarity(calibration, 0)).toBe(0);
    fc.assert(
      fc.property(measure, measure, (a, b) => {
        expect(rarity(calibration, Math.max(a, b))).toBeGreaterThanOrEqual(
          rarity(calibration, Math.min(a, b)),
        );
      }),
    );
  }
});
