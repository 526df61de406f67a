import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeenPage } from './evidence';
import { pageHash } from './page-hash';
import { parsePackages, sizeBesidePackages } from './packages';
import { readPageDate } from './page-date';

describe('packages', () => {
  test.each([
    ['3', 3],
    ['1,000', 1_000],
    ['3.00', 3],
    ['2 EA', 2],
    ['4 BTL', 4],
    ['2 x 100', 2],
    ['2 × 100 ct', 2],
    ['3 btl of 100', 3],
    ['3 bottles of 1,000 tablets', 3],
    ['12 BTL', 12],
    ['0', 0],
  ])('%s is %d', (text, count) => expect(parsePackages(text)).toBe(count));
  test.each([
    '',
    '1e2',
    '010',
    '2.5',
    '−1',
    '-1',
    '３',
    '1,00',
    '100 mg',
    'NaN',
    '0x10',
    '999999999',
    '5 0',
    '2 of 12',
    '2 x 100 mg',
    '3 btl of',
    '0 x 100',
  ])('%s is no number of packages', (text) => expect(parsePackages(text)).toBeNull());
  test.each([
    ['2 x 100', '100'],
    ['2 × 100 ct', '100'],
    ['3 btl of 1,000', '1,000'],
    ['3', null],
    ['3 BTL', null],
    ['2 x 0', null],
  ])('%s says a package of %s', (text, size) => expect(sizeBesidePackages(text)).toBe(size));
  test('reads back every amount it may hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (count) => {
        expect(parsePackages(String(count))).toBe(count);
        expect(parsePackages(count.toLocaleString('en-US'))).toBe(count);
      }),
    );
  });
});

test.each([
  ['11/03/2026', '2026-11-03'],
  ['1/3/26', '2026-01-03'],
  ['Nov 3, 2026', '2026-11-03'],
  ['03-NOV-2026 14:05', '2026-11-03'],
  ['2026-11-03T09:00', '2026-11-03'],
  ['13/40/2026', null],
  ['02/30/2026', null],
  ['soon', null],
])('the day %s is %s', (text, day) => expect(readPageDate(text)).toBe(day));

describe('hash of a page', () => {
  const said = (text: string, label: string | null = null, confidence = 1) => ({
    text,
    label,
    confidence,
    where: '',
  });
  const nothing = {
    itemNumber: null,
    strength: null,
    form: null,
    packageSize: null,
    schedule: null,
    shipped: null,
    received: null,
    unit: null,
    cut: null,
    suggested: null,
  };
  const page: SeenPage = {
    kind: 'order-form',
    url: 'https://portal.example.com/cart',
    orderNumber: null,
    supplierName: null,
    supplierDea: null,
    purchaserDea: null,
    state: null,
    statement: null,
    shipDate: null,
    invoiceNumber: null,
    missing: null,
    lines: [{ ...nothing, ndc: said('97104-0552-01'), description: said('Oxycodone'), packages: said('4') }],
    orders: [],
  };
  const withLine = (line: object): SeenPage => ({
    ...page,
    lines: page.lines.map((one) => ({ ...one, ...line })),
  });

  test('stays when the page is only drawn anew', () => {
    expect(pageHash(withLine({ packages: said('4', 'Qty', 0.7) }))).toBe(pageHash(page));
  });
  test.each([
    ['a quantity', withLine({ packages: said('40') })],
    ['an NDC', withLine({ ndc: said('97104-0556-01') })],
    ['a line more', { ...page, lines: [...page.lines, ...page.lines] }],
    ['the purchaser', { ...page, purchaserDea: said('FM1234563') }],
  ])('changes with %s', (_, changed) => expect(pageHash(changed)).not.toBe(pageHash(page)));
});
