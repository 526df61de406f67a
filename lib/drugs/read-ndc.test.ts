import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNdc } from './read-ndc';

/** The check digit of GS1 by its definition: weights 3 and 1 from the right. */
function checked(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 1 : 3), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const digits = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((d) => d.join(''));
/** A ten-digit NDC of a labeler with a four-digit code. */
const ndc10 = digits(9).map((rest) => `0${rest}`);
const GS = '\u001D';
const lot = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789-'),
  minLength: 1,
  maxLength: 20,
});

describe('readNdc', () => {
  it.each([
    ['0406-8552-01', '00406855201'],
    ['00406855201', '00406855201'],
    ['00304068552014', '00406855201'],
    ['304068552014', '00406855201'],
    ['0304068552014', '00406855201'],
    ['(01)00304068552014(17)271231(10)ABC(21)1', '00406855201'],
    [']d2010030406855201417271231', '00406855201'],
    [']C10100304068552014', '00406855201'],
    [']e00100304068552014', '00406855201'],
    [']Q3(01)00304068552014', '00406855201'],
    [']E00304068552014', '00406855201'],
    ['N3 0406-8552-01 4', '00406855201'],
    ['3 0406 8552 01 4', '00406855201'],
    [' (01) 00304068552014 (21) A-1', '00406855201'],
  ])('reads %j', (text, ndc) => expect(readNdc(text)).toBe(ndc));

  it.each([
    // One digit off: the check digit doesn't hold.
    '00304068552015',
    '304068552015',
    'N3 0406-8552-01 5',
    '(01)0030406855201',
    '(010)0304068552014',
    '(01)00304068552015(17)271231',
    // Ten digits that could be 5-3-2 or 5-4-1.
    checked('0036516201750'),
    checked('36516201750'),
    // Goods that aren't drugs of the US, and variable measure.
    checked('0040685520199'),
    checked('9030406855201'),
    // A lot without its end may hold anything; an identifier that no drug package has.
    '10ABC0100304068552014',
    '9900304068552014',
    '0100304068552',
    '',
  ])('answers null to %j', (text) => expect(readNdc(text)).toBeNull());

  it('reads the NDC whatever else a barcode says, and in what order', () => {
    fc.assert(
      fc.property(
        ndc10,
        fc.constantFrom(...'01345678'),
        lot,
        lot,
        digits(6),
        fc.boolean(),
        (ndc, level, batch, serial, expiry, gtinLast) => {
          const gtin = checked(`${level}03${ndc}`);
          const others = [`17${expiry}`, `10${batch}${GS}`, `21${serial}${GS}`];
          const elements = gtinLast ? [...others, `01${gtin}`] : [`01${gtin}`, ...others];
          expect(readNdc(elements.join(''))).toBe(`0${ndc}`);
          expect(readNdc(`]d2${GS}${elements.join('')}`)).toBe(`0${ndc}`);
          expect(readNdc(`(01)${gtin}(17)${expiry}(10)${batch}(21)${serial}`)).toBe(`0${ndc}`);
        },
      ),
    );
  });

  it('notices every wrong digit of a GTIN', () => {
    fc.assert(
      fc.property(ndc10, fc.nat({ max: 13 }), fc.integer({ min: 1, max: 9 }), (ndc, at, by) => {
        const gtin = checked(`003${ndc}`);
        const other = String((Number(gtin[at]) + by) % 10);
        expect(readNdc(gtin.slice(0, at) + other + gtin.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('never throws, and answers eleven digits or null', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits(16), lot), (text) => {
        expect(readNdc(text) ?? '00000000000').toMatch(/^\d{11}$/);
      }),
    );
  });
});
