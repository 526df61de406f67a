import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePackageSize } from './parse-package-size';

describe('parsePackageSize', () => {
  it.each([
    ['100', 100],
    ['100EA', 100],
    ['100 ea', 100],
    ['1,000', 1000],
    ['1,000 CT', 1000],
    ['2 x 100', 200],
    ['2×100', 200],
    ['2\u00a0x\u00a0100', 200],
    ['10X10', 100],
    ['BTL 100', 100],
    ['100 BTL', 100],
    ['BX of 30', 30],
    ['#100', 100],
    ['100@', 100],
    ['1\u00ad00', 100],
    ['25X1ML', 25],
    ['25 X 0.5 ML', 12.5],
    ['473ML', 473],
    ['1 PT', 473],
    ['16 OZ', 473],
    ['2.5 mL', 2.5],
    ['5 GM', 5],
    ['90 Tablets', 90],
    ['5 patches', 5],
    ['(100)', 100],
    ['100/pkg', 100],
    ['100 tablets per bottle', 100],
    ['Bottle of 100 tablets', 100],
    ['30-count', 30],
    ['1,000 per bottle', 1000],
    ['10 patches / box', 10],
  ])('reads %j as %d', (text, size) => expect(parsePackageSize(text)).toBe(size));

  it.each([
    '',
    'EA',
    'BTL',
    '0',
    '0 x 100',
    '-5',
    '10-325',
    '100 mg',
    '20MG 100',
    '1e5',
    'NaN',
    'see label',
    '1,00',
    '100 x',
    '100/hr',
    '5/325',
    'per bottle',
  ])('answers null to %j, which is not a package size', (text) => expect(parsePackageSize(text)).toBeNull());

  it('reads every whole number however it is dressed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom('', 'EA', ' ct', ' TAB'),
        (size, dress) => {
          expect(parsePackageSize(`${size}${dress}`)).toBe(size);
          expect(parsePackageSize(`${size.toLocaleString('en-US')}${dress}`)).toBe(size);
        },
      ),
    );
  });
});
