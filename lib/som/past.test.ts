import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import type { SeriesPoint } from './assessment';
import { LAST_ORDERS, PAST_DAYS, pastOf } from './past';
import { earlierWindows, recentMg } from './windows';

const today = '2026-11-22' as PlainDate;
const point = (daysAgo: number, baseMg: number, more: Partial<SeriesPoint> = {}): SeriesPoint => ({
  date: addDays(today, -daysAgo),
  supplierId: 'meridian',
  baseMg,
  strengthMg: 5,
  ...more,
});
const points = fc.array(
  fc
    .record({
      days: fc.integer({ min: 0, max: 900 }),
      mg: fc.integer({ min: -5_000, max: 50_000 }),
      supplierId: fc.constantFrom('a', 'b', 'c'),
      strengthMg: fc.constantFrom(5, 10, null),
    })
    .map(({ days, mg, ...more }) => point(days, mg, more)),
  { maxLength: 120 },
);

describe('pastOf', () => {
  it('makes one order of what a supplier was asked for on a day, and none of a return', () => {
    const past = pastOf(
      [
        point(3, 500),
        point(3, 700, { strengthMg: 10 }),
        point(3, 100, { supplierId: 'harbor' }),
        point(2, -500),
      ],
      today,
    );
    expect(past).toMatchObject({ count: 3 - 1, suppliers: 2, strengthsMg: [5, 10] });
    expect(past.last).toEqual([
      { day: past.today - 3, baseMg: 1200 },
      { day: past.today - 3, baseMg: 100 },
    ]);
    expect(recentMg(past, 2)).toBe(0);
    expect(recentMg(past, 3)).toBe(-500);
    expect(recentMg(past, 4)).toBe(800);
  });

  it('says the same whatever order the records come in', () => {
    fc.assert(
      fc.property(points, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (some, chance) => {
        const mixed = [...some].sort(() => (chance.next().value as number) - 0.5);
        const [a, b] = [pastOf(some, today), pastOf(mixed, today)];
        expect(b.mg).toEqual(a.mg);
        expect(b.orders).toEqual(a.orders);
        const key = (past: typeof a) => past.last.map(({ day, baseMg }) => `${day} ${baseMg}`).sort();
        if (a.count <= LAST_ORDERS) expect(key(b)).toEqual(key(a));
        expect(b.count).toBe(a.count);
      }),
    );
  });

  it('is of one size, however long the past', () => {
    const long = Array.from({ length: 3_000 }, (_, daysAgo) => point(daysAgo, 100));
    const past = pastOf(long, today);
    expect([past.mg.length, past.orders.length, past.last.length]).toEqual([
      PAST_DAYS,
      PAST_DAYS,
      LAST_ORDERS,
    ]);
    expect(past.count).toBe(3_000);
  });
});

describe('earlierWindows', () => {
  it('holds the sum of each window that ended on a day with an order, as a plain count finds it', () => {
    fc.assert(
      fc.property(points, fc.constantFrom(7, 30), (some, days) => {
        const past = pastOf(some, today);
        const ordered = some.filter(({ baseMg }) => baseMg > 0).map(({ date }) => date);
        const first = ordered.toSorted()[0];
        const plain: number[] = [];
        for (let ago = 365; ago >= 1; ago--) {
          const end = addDays(today, -ago);
          const start = addDays(end, 1 - days);
          if (!ordered.includes(end) || first === undefined || addDays(start, 1) < first) continue;
          const sum = some.reduce(
            (all, { date, baseMg }) => (date >= start && date <= end ? all + baseMg : all),
            0,
          );
          if (sum > 0) plain.push(sum);
        }
        const found = earlierWindows(past, days);
        expect(found.length).toBe(plain.length);
        for (const [index, sum] of found.entries()) expect(sum).toBeCloseTo(plain[index] as number, 6);
      }),
      { numRuns: 60 },
    );
  });
});
