import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import type { SubstanceMonth } from '../month';
import { monthsUpTo } from '../months';
import { dayNumber } from '../past';
import { expectedBand } from './expected-band';
import { PICTURE_REACH, substancePicture } from './substance-picture';

const TODAY = '2026-11-15' as PlainDate;
const names = monthsUpTo(TODAY, PICTURE_REACH);

const months: SubstanceMonth[] = names.map((month, index) => ({
  month,
  suppliers: [
    { supplierId: 'harbor', units: 200 },
    { supplierId: 'meridian', units: 300 + index },
  ],
  days: [{ date: `${month}-05` as PlainDate, units: 500 + index, orders: 2 }],
}));
const past = { count: 50, firstDay: dayNumber(`${names[0] ?? ''}-05` as PlainDate), suppliers: 2 };
const draw = (more: Partial<Parameters<typeof substancePicture>[0]> = {}) =>
  substancePicture({ months, past, today: TODAY, candidate: null, limit: null, ...more });

/** Every number in a view, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('the picture of a substance', () => {
  it('has thirteen months, the running one last, stacked in one order', () => {
    const { months: bars, suppliers } = draw();
    expect(bars.map(({ month }) => month)).toEqual(names.slice(-13));
    expect(suppliers.map(({ supplierId }) => supplierId)).toEqual(['meridian', 'harbor']);
    for (const { suppliers: stack, total } of bars) {
      expect(stack.map(({ supplierId }) => supplierId)).toEqual(['meridian', 'harbor']);
      expect(total).toBe(stack.reduce((sum, { units }) => sum + units, 0));
    }
  });

  it('says where each month was expected by those before it, from the third known month on', () => {
    const { months: bars, expected } = draw();
    const last = bars.at(-1);
    expect(expected).toEqual(last?.expected);
    expect(last?.total).toBeGreaterThan(expected?.low ?? NaN);
    expect(last?.total).toBeLessThan(expected?.high ?? NaN);
    // First ordered three months ago: months before that were not empty months.
    const young = { ...past, firstDay: dayNumber('2026-09-05' as PlainDate) };
    const bands = draw({ past: young }).months.map((bar) => bar.expected);
    expect(bands.every((band) => band === null)).toBe(true);
  });

  it('tells the days between orders, and how long the last one is ago', () => {
    const { gaps, usualGap, sinceLast } = draw();
    expect(gaps.length).toBe(12);
    expect(gaps.at(-1)).toEqual({ date: '2026-11-05', days: 31 });
    expect([usualGap, sinceLast]).toEqual([31, 10]);
  });

  it('says how much it rests on', () => {
    expect(draw().history).toEqual({ orders: 50, months: 25, suppliers: 2 });
    const confidence = (count: number) => draw({ past: { ...past, count } }).confidence;
    expect([0, 7, 8].map(confidence)).toEqual(['learning', 'low', 'usual']);
    expect(draw({ months: [], past: { count: 0, firstDay: NaN, suppliers: 0 } })).toMatchObject({
      history: { orders: 0, months: 0, suppliers: 0 },
      ...{ expected: null, usualGap: null, sinceLast: null, gaps: [], suppliers: [] },
    });
  });

  it('has no number that is none, whatever the rows say', () => {
    const units = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, -5, 0, 0.5, 1e9));
    const day = fc.integer({ min: -800, max: 40_000 }).map((off) => addDays(TODAY, -off));
    const month = fc.record({
      month: fc.constantFrom(...names),
      suppliers: fc.array(fc.record({ supplierId: fc.constantFrom('a', 'b'), units }), { maxLength: 3 }),
      days: fc.array(fc.record({ date: day, units, orders: fc.nat(2) }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(month, { maxLength: 30 }), units, units, (rows, candidate, limit) => {
        const drawn = draw({ months: rows, candidate, limit });
        expect(numbersIn(drawn).every(Number.isFinite)).toBe(true);
        expect(numbersIn(drawn.months).every((value) => value >= 0)).toBe(true);
      }),
    );
  });
});

describe('the expected band', () => {
  it('isn’t widened by one odd month', () => {
    const calm = expectedBand([100, 100, 105, 95, 100, 100]);
    expect(expectedBand([100, 100, 105, 95, 100, 9_000])).toEqual(calm);
    expect(calm).toEqual({ low: 70, high: 130 });
  });

  it('needs three months', () => {
    expect(expectedBand([100, 100])).toBeNull();
    expect(expectedBand([0, 0, 0])).toEqual({ low: 0, high: 0 });
  });
});
