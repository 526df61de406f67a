import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import { assessOrder } from './assess-order';
import type { OrderAssessment, SeriesPoint, SomLine, SubstanceAssessment } from './assessment';
import { pastOf } from './past';

const today = '2026-11-22' as PlainDate;

function line(baseMg: number | null, more: Partial<SomLine> = {}): SomLine {
  const units = baseMg === null ? null : baseMg / 5;
  const known = { substanceCode: '9143', substanceName: 'oxycodone', strengthMg: 5 };
  return { lineNumber: 1, ...known, baseMg, units, ...more };
}

function point(daysAgo: number, baseMg: number, supplierId = 'meridian'): SeriesPoint {
  return { date: addDays(today, -daysAgo), supplierId, baseMg, strengthMg: 5 };
}

/** Weekly orders of about `mg`. */
const weekly = (orders: number, mg = 1500): SeriesPoint[] =>
  Array.from({ length: orders }, (_, i) =>
    point(7 * (orders - i), mg * (i % 3 === 0 ? 1.2 : i % 3 === 1 ? 0.8 : 1)),
  );

function assess(lines: readonly SomLine[], points: readonly SeriesPoint[]): OrderAssessment {
  return assessOrder({ lines, past: new Map([['9143', pastOf(points, today)]]), today });
}

function only(lines: readonly SomLine[], points: readonly SeriesPoint[]): SubstanceAssessment {
  return assess(lines, points).substances[0] as SubstanceAssessment;
}

describe('assessOrder', () => {
  it('finds nothing in the usual order', () => {
    expect(assess([line(1500)], weekly(40)).level).toBe('none');
  });

  it('stops at five times the usual order and says by how much', () => {
    const found = only([line(7500)], weekly(40));
    expect(found.level).toBe('stop');
    expect(found.reasons[0]).toMatchObject({ component: 'size', sentence: 'som.size' });
    expect(found.reasons[0]?.params).toMatchObject({ units: 1500, usual: 300, count: 40 });
  });

  it('says that earlier amounts are counted in this strength, or in milligrams, where strengths differ', () => {
    const ofThirty = { ...line(7500), strengthMg: 30, units: 250 };
    const sizeOf = (lines: readonly SomLine[]) =>
      only(lines, weekly(40)).reasons.find(({ component }) => component === 'size');
    expect(sizeOf([ofThirty])).toMatchObject({
      sentence: 'som.sizeThisStrength',
      params: { units: 250, usual: 50 },
    });
    expect(sizeOf([line(7500), { ...ofThirty, lineNumber: 2 }])).toMatchObject({
      sentence: 'som.sizeMg',
      params: { units: 15_000, usual: 1500 },
    });
  });

  it('sees an order split over suppliers on one day, though each part is usual', () => {
    const split = [1, 2, 3, 4].map((n) => point(0, 1800, `supplier-${n}`));
    const before = only([line(1800)], weekly(40)).components.volume as number;
    const after = only([line(1800)], [...weekly(40), ...split]);
    expect(after.components.volume).toBeGreaterThan(before + 0.5);
    expect(after.history.suppliers).toBe(5);
  });

  it('judges by size from the first order, and by the rest once the past can tell', () => {
    const judgedBy = (points: readonly SeriesPoint[]) =>
      Object.keys(only([line(1500)], points).components).sort();
    expect(only([line(1500)], [])).toMatchObject({ level: 'unchecked', score: null, components: {} });
    expect(judgedBy(weekly(1))).toEqual(['size']);
    expect(judgedBy(weekly(5))).toEqual(['size']);
    expect(judgedBy(weekly(6))).toEqual(['burst', 'size', 'volume', 'week']);
    expect(judgedBy(weekly(40))).toEqual(['burst', 'maxSix', 'size', 'volume', 'week']);
  });

  it('says that a strength was never ordered, and weighs how much of it is', () => {
    const usual = only([line(1500)], weekly(40)).score as number;
    const [little, much] = [300, 3000].map((mg) =>
      only([line(1200), line(mg, { lineNumber: 2, strengthMg: 30 })], weekly(40)),
    ) as [SubstanceAssessment, SubstanceAssessment];
    expect(only([line(1500)], weekly(40)).components.newStrength).toBeUndefined();
    expect(much.components.newStrength).toBeGreaterThan(little.components.newStrength as number);
    expect(much.level).toBe('stop');
    expect(much.score).toBeGreaterThan(usual);
    const [reason] = much.reasons;
    expect(reason).toMatchObject({ component: 'newStrength', params: { strength: '30', count: 40 } });
  });

  it('notices the first order after a long silence, and what grew against half a year before', () => {
    const silent = weekly(40).map((old) => ({ ...old, date: addDays(old.date, -200) }));
    expect(only([line(4500)], silent)).toMatchObject({ level: 'stop' });
    expect(only([line(4500)], silent).components.dormancy).toBeGreaterThan(2);
    // Twelve months of monthly orders, each a tenth larger than the one before.
    const growing = Array.from({ length: 14 }, (_, month) => point(30 * (14 - month), 1000 * 1.1 ** month));
    const even = Array.from({ length: 14 }, (_, month) => point(30 * (14 - month), 1000));
    const firstOfMonth = '2026-12-01' as PlainDate;
    const grown = (points: readonly SeriesPoint[]) =>
      assessOrder({
        lines: [line((points.at(-1) as SeriesPoint).baseMg)],
        past: new Map([['9143', pastOf(points, firstOfMonth)]]),
        today: firstOfMonth,
      }).substances[0]?.components.growth as number;
    expect(grown(growing)).toBeGreaterThan(grown(even) + 0.5);
  });

  it('counts orders that follow each other, whatever each holds', () => {
    const daily = [1, 2, 3].map((daysAgo) => point(daysAgo, 1500));
    const found = only([line(1500)], [...weekly(40).slice(0, -1), ...daily]);
    expect(found.components.burst).toBeGreaterThan(2);
    expect(found.reasons.map(({ component }) => component)).toContain('burst');
  });

  it('is never good where an amount is unknown, and still warns by what is known', () => {
    const unknown = line(null, { lineNumber: 2 });
    expect(only([line(1500), unknown], weekly(40))).toMatchObject({
      level: 'unchecked',
      uncheckedLines: [2],
    });
    expect(only([line(7500), unknown], weekly(40))).toMatchObject({ level: 'stop', uncheckedLines: [2] });
    expect(assess([line(100, { substanceCode: null, substanceName: null })], weekly(40)).level).toBe(
      'unchecked',
    );
    for (const bad of [0, -5, NaN, Infinity]) expect(only([line(bad)], weekly(40)).level).toBe('unchecked');
  });

  it('judges lines of one substance as one amount, other substances apart', () => {
    const together = assess(
      [1, 2, 3, 4, 5].map((n) => line(1500, { lineNumber: n })),
      weekly(40),
    );
    expect(together.substances).toHaveLength(1);
    expect(together.substances[0]?.score).toBe(only([line(7500)], weekly(40)).score);
    expect(
      assess([line(1500), line(1500, { lineNumber: 2, substanceCode: '9250' })], weekly(40)).substances,
    ).toHaveLength(2);
  });

  it('stops at absurd amounts', () => {
    for (const absurd of [1e9, 1e15, 1e300]) expect(only([line(absurd)], weekly(40)).level).toBe('stop');
  });

  it('leaves out the future, and lets a return lower the volume but not the count', () => {
    const base = only([line(1500)], weekly(40));
    expect(only([line(1500)], [...weekly(40), point(-3, 9e9)])).toEqual(base);
    const returned = only([line(1500)], [...weekly(40), point(3, -1500)]);
    expect(returned.history.orders).toBe(base.history.orders);
    expect(returned.components.volume).toBeLessThan(base.components.volume as number);
  });

  const pastPoint = fc
    .record({
      days: fc.integer({ min: 0, max: 800 }),
      mg: fc.double({ min: 1, max: 1e6, noNaN: true }),
      supplier: fc.constantFrom('a', 'b', 'c'),
    })
    .map(({ days, mg, supplier }) => point(days, mg, supplier));
  const past = fc.array(pastPoint, { maxLength: 60 });

  it('never lowers size or volume when more is ordered', () => {
    const amount = fc.double({ min: 0.01, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(past, amount, amount, (points, a, b) => {
        const [less, more] = [only([line(Math.min(a, b))], points), only([line(Math.max(a, b))], points)];
        for (const id of ['size', 'week', 'volume'] as const)
          expect(more.components[id] ?? 0).toBeGreaterThanOrEqual((less.components[id] ?? 0) - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('does not change when units, suppliers or lines are written another way', () => {
    fc.assert(
      fc.property(past, fc.integer({ min: 1, max: 500 }), (points, n) => {
        const whole = only([line(n * 10)], points);
        const halves = only([line(n * 5), line(n * 5, { lineNumber: 2 })], points);
        const renamed = only(
          [line(n * 10)],
          points.map((old) => ({ ...old, supplierId: `${old.supplierId}-renamed` })),
        );
        expect(halves.score).toBe(whole.score);
        expect(renamed.score).toBe(whole.score);
      }),
    );
  });

  it('never says NaN, whatever the past holds', () => {
    const odd = fc.constantFrom(0, -1, 1e-300, 1e300, NaN, Infinity, -Infinity, 1e9);
    const anyPoint = fc.record({
      date: fc
        .constantFrom('1890-01-01', '1970-01-01', '2026-11-22', '2026-11-21', '2999-01-01', 'not a date')
        .map((date) => date as PlainDate),
      supplierId: fc.string(),
      baseMg: odd,
      strengthMg: odd,
    });
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 20 }), odd, odd, (points, baseMg, units) => {
        const { level, score, components, reasons } = only([line(baseMg, { units })], points);
        const numbers = [
          score,
          ...Object.values(components),
          ...reasons.flatMap(({ strength, params }) => [strength, ...Object.values(params)]),
        ];
        expect(numbers.filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
        if (score === null) expect(level).toBe('unchecked');
      }),
      { numRuns: 500 },
    );
  });
});
