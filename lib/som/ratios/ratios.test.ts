import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '@/lib/base';
import type { RatioFact } from './ratio-rows';
import { RatioTally } from './ratio-tally';
import { ratiosOf } from './ratios';

const END = '2026-11-15' as PlainDate;
const OXYCODONE = '9143';
const ALPRAZOLAM = '2882';
const CARISOPRODOL = '8192';

function fact(back: number, more: Partial<RatioFact> = {}): RatioFact {
  return {
    ...{ date: addDays(END, -back), substanceCode: OXYCODONE, strengthMg: 10, units: 100, mme: 1_500 },
    ...more,
  };
}
const other = (back: number, units: number) => fact(back, { substanceCode: null, units, mme: null });

function tallied(facts: readonly RatioFact[]): RatioTally {
  const tally = new RatioTally(END);
  for (const one of facts) tally.add(one);
  return tally;
}
const view = (facts: readonly RatioFact[]) => ratiosOf(tallied(facts), 'orders');

/** Ten of everything in each of five blocks. */
const steady = Array.from({ length: 5 }, (_, block) => [
  fact(90 * block + 89),
  other(90 * block + 89, 1_000),
]);

describe('families beside what isn’t controlled', () => {
  it('are counted in five blocks of 90 days, the last one ending today', () => {
    const { blocks, all, families, nonControlled, gaps } = view(steady.flat());
    expect(blocks.at(-1)).toEqual({ from: addDays(END, -89), to: END });
    expect(blocks[0]?.from).toBe(addDays(END, -449));
    expect(all.units).toEqual([100, 100, 100, 100, 100]);
    expect(nonControlled).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
    expect(families[0]).toMatchObject({ family: 'oxycodone', growth: 1, ratios: Array(5).fill(0.1) });
    expect(gaps).toEqual([]);
  });

  it('grow against the four blocks before alone', () => {
    expect(view([...steady.flat(), fact(3, { units: 50 })]).all.growth).toBe(1.5);
    // The block that began before the first figure isn't half a block of nothing.
    const late = [fact(100), fact(3), other(3, 10)];
    expect(view(late).all.growth).toBeNull();
    expect(view(late).gaps).toEqual(['no-non-controlled', 'short-history']);
    // Nor is a last block that the reports don't reach.
    const [, ...whole] = ratiosOf(tallied(steady.flat()), 'orders').blocks;
    expect(ratiosOf(tallied(steady.flat()), 'dispensing', whole.slice(0, -1)).all.growth).toBeNull();
    expect(ratiosOf(tallied(steady.flat()), 'dispensing', whole)).toMatchObject({
      ...{ all: { growth: 1 }, gaps: ['short-history'] },
    });
  });

  it('aren’t compared where nothing that isn’t controlled is known, and it says so', () => {
    const { all, gaps } = view(steady.map(([one]) => one as RatioFact));
    expect(all.ratios).toEqual(Array(5).fill(null));
    expect(gaps).toEqual(['no-non-controlled']);
    expect(view([]).gaps).toEqual(['no-figures']);
  });

  it('aren’t compared in a block whose products that aren’t controlled begin later than two weeks after it', () => {
    const lately = [...steady.flatMap(([one]) => one ?? []), other(75, 1_000), other(90 + 74, 1_000)];
    expect(view(lately).all.ratios).toEqual([null, null, null, null, 0.1]);
    expect(view([fact(89), other(74, 1_000)]).gaps[0]).toBe('no-non-controlled');
  });

  it('know that the oldest block is whole by what lies before it', () => {
    const later = steady.flat().map((one) => ({ ...one, date: addDays(one.date, 5) }));
    expect(view(later).gaps).toEqual(['short-history']);
    expect(view([...later, fact(450)]).gaps).toEqual([]);
    expect(view([...later, fact(450)]).all.units).toEqual([100, 100, 100, 100, 100]);
    expect(view([fact(450)]).gaps).toEqual(['no-figures']);
  });

  it('show strengths that are diverted most, and what is bought together', () => {
    const { strengths, combination } = view([
      ...steady.flat(),
      fact(1, { strengthMg: 30, units: 300 }),
      fact(1, { substanceCode: ALPRAZOLAM, strengthMg: 2, units: 60, mme: null }),
      fact(1, { substanceCode: CARISOPRODOL, strengthMg: 350, units: 40, mme: null }),
      fact(2, { substanceCode: ALPRAZOLAM, strengthMg: 0.5, units: 40, mme: null }),
    ]);
    expect(strengths.map(({ units, shares }) => [units.at(-1), shares.at(-1)])).toEqual([
      [300, 0.75],
      [60, 0.6],
    ]);
    expect(combination).toMatchObject({
      ...{ days: [0, 0, 0, 0, 1], carisoprodol: [0, 0, 0, 0, 40], benzodiazepine: [0, 0, 0, 0, 100] },
    });
  });

  it('sum morphine equivalents by calendar month, and name what has none', () => {
    const { mme } = view([fact(0), fact(1), fact(20, { substanceCode: '9801', mme: null }), fact(40)]);
    expect(mme.months.length).toBe(13);
    expect(mme.months.slice(-2)).toEqual([
      { month: '2026-10', mme: 1_500 },
      { month: '2026-11', mme: 3_000 },
    ]);
    expect(mme.left).toEqual(['fentanyl']);
  });

  it('don’t depend on the order of the facts, and hold no number that is none', () => {
    const any = fc.record({
      date: fc.integer({ min: -400, max: 30_000 }).map((back) => addDays(END, -back)),
      substanceCode: fc.constantFrom(null, OXYCODONE, ALPRAZOLAM, CARISOPRODOL, '9801', 'xyz'),
      strengthMg: fc.constantFrom(null, 2, 30, NaN),
      units: fc.oneof(fc.integer({ min: -1_000, max: 1_000 }), fc.constantFrom(NaN, Infinity, 1e9, 0)),
      mme: fc.constantFrom(null, 0, 100, NaN),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (facts) => {
        const forth = view(facts);
        expect(view(facts.toReversed())).toEqual(forth);
        const numbers = JSON.stringify(forth, (_, value: unknown) =>
          typeof value === 'number' && (!Number.isFinite(value) || value < 0) ? 'no number' : value,
        );
        expect(numbers).not.toContain('no number');
      }),
    );
  });
});
