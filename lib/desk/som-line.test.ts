import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, limits, type Ndc11, type PlainDate } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';
import type { DraftLine } from '@/lib/order';
import { assessOrder, pastOf, somSentence, type SeriesPoint } from '@/lib/som';
import { oddFigures } from '@/tests/support/walk-figures';
import { productOf } from './product-of';
import { somLine } from './som-line';

const today = '2026-11-22' as PlainDate;
const NDC = '00406055201' as Ndc11;

const usual: readonly SeriesPoint[] = Array.from({ length: 14 }, (_, back) => ({
  ...{ date: addDays(today, -10 * (back + 1)), supplierId: 'meridian', baseMg: 2689.5, strengthMg: 10 },
}));

/** Whatever somebody may have got into a number. */
const number = fc.oneof(
  fc.constantFrom(0, -0, -3, 1, 2.5, 100, 1e9, 1e300, -1e9, 1e-9, NaN, Infinity, -Infinity),
  fc.integer({ min: -5, max: 500 }),
  fc.double(),
);
const line: fc.Arbitrary<DraftLine> = fc.record({
  lineNumber: fc.constant(1),
  name: fc.constantFrom(
    'OXYCODONE HCL 10MG TAB',
    'OXYCODONE HCL TAB',
    'Oxycodone HCl 5 mg tablets',
    'FENTANYL 25MCG/HR PATCH 5',
    'IBUPROFEN 800MG TAB',
    'SOMETHING NOBODY KNOWS',
    '',
  ),
  ndc11: fc.constantFrom(NDC, 'not an ndc' as Ndc11, null),
  strength: fc.constantFrom('10 mg', '5 mg', '-10 mg', '0 mg', 'NaN', '9'.repeat(40), null),
  form: fc.constantFrom('tablet', 'patch', 'pallet', null),
  packageSize: fc.option(number),
  packages: fc.option(number),
  schedule: fc.constantFrom('2', 'none', null),
  itemNumber: fc.constant(null),
  doubtful: fc.constant([]),
});
const facts: fc.Arbitrary<ProductFacts> = fc.record({
  substanceCode: fc.constantFrom('9143', '9300', null),
  strengthMg: fc.option(number),
  form: fc.constantFrom('tablet', null),
  packageSize: fc.option(number),
  schedule: fc.constantFrom('2', null),
});
const date = fc.oneof(
  fc.integer({ min: -500, max: 30 }).map((days) => addDays(today, days)),
  fc
    .constantFrom('1969-12-31', '0001-01-01', '9999-12-31', '2026-02-30', 'yesterday')
    .map((text) => text as PlainDate),
);
const point: fc.Arbitrary<SeriesPoint> = fc.record({
  date,
  supplierId: fc.constantFrom('meridian', 'harbor'),
  baseMg: number,
  strengthMg: fc.option(number),
});

describe('a line that can’t be right', () => {
  it.each([
    ['negative packages', { packages: -3 }, 'number of packages of line 1'],
    ['no packages', { packages: 0 }, 'number of packages of line 1'],
    ['half a package', { packages: 2.5 }, 'number of packages of line 1'],
    ['more than anybody orders', { packages: 1e9 }, 'number of packages of line 1'],
    ['packages that weren’t read', { packages: null }, 'number of packages of line 1'],
    ['no package size', { packageSize: null }, 'package size of line 1'],
    ['an impossible package size', { packageSize: -100 }, 'package size of line 1'],
    ['no strength', { name: 'OXYCODONE HCL TAB' }, 'strength of line 1'],
    ['nothing known', { name: 'SOMETHING NOBODY KNOWS' }, 'product of line 1'],
    ['another strength in its column', { strength: '5 mg' }, 'line 1 says two different things'],
  ] as const)('%s: not checked, because', (_name, change, why) => {
    const whole: DraftLine = {
      ...{ lineNumber: 1, name: 'OXYCODONE HCL 10MG TAB', ndc11: null, strength: null, form: null },
      ...{ packageSize: 100, packages: 3, schedule: '2', itemNumber: null, doubtful: [] },
    };
    const said = (one: DraftLine) => {
      const past = new Map([['9143', pastOf(usual, today)]]);
      const [found] = assessOrder({ lines: somLine(one, productOf(one)), past, today }).substances;
      return { level: found?.level, sentence: found ? somSentence(found) : '' };
    };
    expect(said(whole).level).toBe('none');
    const { level, sentence } = said({ ...whole, ...change });
    expect(level).not.toBe('none');
    expect(sentence).toContain('Not checked, because');
    expect(sentence).toContain(why);
  });

  it('is never shown as usual, and makes no figure odd, whatever it and the past are', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.option(facts),
        fc.oneof(fc.array(point, { maxLength: 30 }), fc.constant(usual)),
        (drafts, listed, points) => {
          const known = { said: {}, listed: new Map(listed ? [[NDC, listed]] : []), unread: null };
          const lines = drafts.map((one, index) => ({ ...one, lineNumber: index + 1 }));
          const products = new Map(lines.map((one) => [one.lineNumber, productOf(one, known)]));
          const past = pastOf(points, today);
          const found = assessOrder({
            lines: lines.flatMap((one) => somLine(one, productOf(one, known))),
            past: new Map([
              ['9143', past],
              ['9801', past],
            ]),
            today,
          });
          expect(oddFigures(found)).toEqual([]);
          expect(oddFigures(found.substances.map(somSentence))).toEqual([]);
          for (const { level, lineNumbers } of found.substances.filter((one) => one.level === 'none')) {
            expect(past.count).toBeGreaterThan(0);
            for (const { lineNumber, packages } of lines.filter((one) =>
              lineNumbers.includes(one.lineNumber),
            )) {
              const product = products.get(lineNumber);
              const { substance, strengthMg, packageSize, contradictions } = product ?? {};
              expect([level, lineNumber, substance, strengthMg, packageSize]).not.toContain(null);
              expect(contradictions).not.toEqual(expect.arrayContaining(['strength']));
              expect(contradictions).not.toEqual(expect.arrayContaining(['packageSize']));
              expect(Number.isInteger(packages)).toBe(true);
              expect(packages).toBeGreaterThanOrEqual(1);
              expect(packages).toBeLessThanOrEqual(limits.packagesMax);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
