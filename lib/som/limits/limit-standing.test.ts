import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import type { SubstanceMonth } from '../month';
import { monthsUpTo } from '../months';
import { limitStanding } from './limit-standing';
import { projectMonth } from './project-month';

const TODAY = '2026-11-15' as PlainDate;

/** A month that orders so much on each of some days. */
function month(name: string, units: number, days: readonly number[]): SubstanceMonth {
  return {
    month: name,
    suppliers: [{ supplierId: 'meridian', units: units * days.length }],
    days: days.map((day) => ({
      ...{ date: `${name}-${String(day).padStart(2, '0')}` as PlainDate, units, orders: 1 },
    })),
  };
}

const usual = monthsUpTo(TODAY, 7)
  .slice(0, -1)
  .map((name) => month(name, 500, [5, 20]));

describe('a month beside the pharmacy’s own limit', () => {
  const standing = (units: number, limit: number | null = 1_000) =>
    limitStanding({ limit, months: [...usual, month('2026-11', units, [3])], candidate: null, today: TODAY });

  it('takes its steps at 75, 90 and 100 %', () => {
    expect([749, 750, 899, 900, 999, 1_000, 3_000].map((units) => standing(units)?.step)).toEqual([
      ...['below', '75', '75', '90', '90', '100', '100'],
    ]);
  });

  it('counts the order at hand, and takes off what went back', () => {
    const back = { ...month('2026-11', 500, [3]), days: [...month('2026-11', 500, [3]).days] };
    back.days.push({ date: '2026-11-10' as PlainDate, units: -100, orders: 0 });
    const found = limitStanding({ limit: 1_000, months: [back], candidate: 300, today: TODAY });
    expect(found).toMatchObject({ units: 700, share: 0.7, step: 'below' });
  });

  it('isn’t there without one', () => {
    expect(standing(500, null)).toBeNull();
    for (const wrong of [0, -5, NaN, Infinity]) expect(standing(500, wrong)).toBeNull();
  });
});

describe('where a month leads', () => {
  const projected = (units: number, today = TODAY, months = usual) => projectMonth({ units, today, months });

  it('is what the last six months brought after this day, at this month’s pace', () => {
    expect(projected(500)).toEqual({ units: 1_000, from: 'pattern' });
    // Twice as much so far: (1000 + 1000) / (500 + 1000) of the usual rest.
    expect(projected(1_000)?.units).toBeCloseTo(1_000 + (500 * 4) / 3, 9);
    // On the second day nothing is there yet, and the usual month is the best guess but for what is missing.
    expect(projected(0, '2026-11-02' as PlainDate)).toEqual({ units: 1_000, from: 'pattern' });
    expect(projected(500, '2026-11-30' as PlainDate)?.units).toBe(500);
  });

  it('is a straight line where fewer than three full months are known, and nothing before the seventh day', () => {
    const two = usual.slice(-2);
    expect(projected(500, TODAY, two)).toEqual({ units: 1_000, from: 'linear' });
    expect(projected(500, '2026-11-06' as PlainDate, two)).toBeNull();
  });

  it('counts months without an order as none, but those before the first order not at all', () => {
    const names = monthsUpTo(TODAY, 7).slice(0, -1);
    const empty = (at: number) => month(names[at] ?? '', 0, []);
    const late = [empty(0), empty(1), empty(2), ...usual.slice(3)];
    expect(projected(500, TODAY, late)).toEqual({ units: 1_000, from: 'pattern' });
    const before = month('2026-04', 500, [5, 20]);
    expect(projected(500, TODAY, [before, ...late])?.units).toBeLessThan(1_000);
  });

  it('is never less than there is, and never no number', () => {
    const units = fc.oneof(
      fc.double({ min: -1e10, max: 1e10, noNaN: false }),
      fc.constantFrom(0, 1e9, NaN, Infinity, -Infinity),
    );
    const day = fc.integer({ min: 0, max: 400 }).map((back) => addDays(TODAY, -back));
    const some = fc.array(
      fc.record({
        month: fc.constantFrom(...monthsUpTo(TODAY, 15)),
        suppliers: fc.constant([]),
        days: fc.array(fc.record({ date: day, units, orders: fc.nat(3) }), { maxLength: 6 }),
      }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(units, some, day, (soFar, months, today) => {
        const found = projectMonth({ units: soFar, today, months });
        if (found === null) return;
        const there = Number.isFinite(soFar) ? Math.max(0, soFar) : 0;
        expect(Number.isFinite(found.units)).toBe(true);
        expect(found.units).toBeGreaterThanOrEqual(there);
      }),
    );
  });

  it('never falls when more was ordered', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(projected(more)?.units).toBeGreaterThanOrEqual(projected(less)?.units ?? NaN);
      }),
    );
  });
});
