import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountersignError } from '@/lib/base';
import { anyOrder, sampleOrder } from '@/tests/support/orders';
import { foreignX12 } from '@/tests/support/x12';
import { writeCsosOrder, writeX12Order } from '../index';
import { readAskedOrder } from './read-asked-order';

const fromUtf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const xml = fromUtf8(writeCsosOrder(sampleOrder));
const bare = `<CSOSOrderRequest><CSOSOrder>
  <Order><OrderItem><QuantityOrdered>2</QuantityOrdered><NameOfItem>Oxycodone HCl 10 mg tablets</NameOfItem></OrderItem></Order>
  <OrderSummary><Buyer><DEANumber>AP5836727</DEANumber></Buyer></OrderSummary>
</CSOSOrder></CSOSOrderRequest>`;
const header = [
  'BEG*00*NE*PO-4711**20261120',
  'CUR*BY*USD',
  'N1*BY*Corner Pharmacy*11*AP5836727',
  'N1*SU*Example Wholesale, Inc.*11*RE1234563',
  'N3*1 Depot Road',
  'N4*Columbus*OH*43004',
];
const item = [
  'PO1*1*12*EA*98.50*PE*N4*00406855201*VN*5551-01',
  'PID*F****Oxycodone HCl 10 mg',
  'PO4**100*UN',
];
const x12 = (segments: readonly string[]) => fromUtf8(foreignX12({ type: '850', segments }));
const whole = [...header, ...item, 'CTT*1'];

const codeOf = (act: () => unknown) => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof CountersignError) return error.code;
    throw error;
  }
};

describe('an order that a site hands over', () => {
  it.each([
    ['xml', writeCsosOrder],
    ['x12', writeX12Order],
  ] as const)('in %s as we write it says what the order says', (form, write) =>
    fc.assert(
      fc.property(anyOrder, (order) => {
        const asked = readAskedOrder(fromUtf8(write(order)), form);
        expect(asked).toMatchObject({
          number: order.number,
          supplier: order.supplier,
          purchaser: { deaNumber: order.purchaser.deaNumber },
          doubtful: order.lines.map(() => []),
          lines: order.lines.map((line) => ({
            ...{ ndc: line.ndc11, name: line.name, strength: line.strength, form: line.form },
            ...{ packageSize: line.packageSize, packages: line.packages, schedule: line.schedule },
            itemNumber: line.itemNumber,
          })),
        });
      }),
      { numRuns: 60 },
    ),
  );

  it('in XML may leave out what is found here, in any order and layout', () => {
    expect(readAskedOrder(bare, 'xml')).toMatchObject({
      number: null,
      purchaser: { deaNumber: 'AP5836727' },
      lines: [
        { name: 'Oxycodone HCl 10 mg tablets', packages: 2, ndc: null, packageSize: null, schedule: null },
      ],
      leftOut: [],
    });
  });

  it('in X12 of a supplier’s own making is read; what has no place in an order is told', () => {
    expect(readAskedOrder(x12(whole), 'x12')).toEqual({
      number: null,
      supplier: {
        name: 'Example Wholesale, Inc.',
        deaNumber: 'RE1234563',
        address: {
          street: '1 Depot Road',
          street2: null,
          city: 'Columbus',
          state: 'OH',
          postalCode: '43004',
        },
      },
      purchaser: { deaNumber: 'AP5836727' },
      lines: [
        {
          ...{ ndc: '00406855201', itemNumber: '5551-01', name: 'Oxycodone HCl 10 mg', strength: null },
          ...{ form: null, packageSize: 100, packages: 12, schedule: null },
        },
      ],
      // “Each” may be packages, or what is in them: a person says which.
      doubtful: [['packages']],
      leftOut: ['CUR', 'BEG03', 'BEG05', 'PO1/PO104', 'N1*ST/N102'],
    });
  });

  it('tells what of our XML a signed order takes from elsewhere', () => {
    expect(readAskedOrder(xml, 'xml').leftOut).toEqual(
      expect.arrayContaining(['OrderSummary/PODate', 'Buyer/Name', 'Buyer/DEASchedule']),
    );
  });
});

describe('refuses, in XML,', () => {
  it.each([
    [
      'a document type',
      xml.replace('<CSOSOrderRequest>', '<!DOCTYPE x [<!ENTITY a "b">]><CSOSOrderRequest>'),
      'document/unexpected-content',
    ],
    ['an entity that nobody declared', bare.replace('Oxycodone', '&drug;'), 'document/not-well-formed'],
    ['a comment', bare.replace('<Order>', '<Order><!-- 20 -->'), 'document/unexpected-content'],
    ['an attribute', bare.replace('<OrderItem>', '<OrderItem packages="20">'), 'document/unexpected-content'],
    [
      'an element that it has no place for',
      bare.replace('<OrderItem>', '<OrderItem><Substitute>Y</Substitute>'),
      'document/unexpected-content',
    ],
    [
      'two quantities',
      bare.replace('<NameOfItem>', '<QuantityOrdered>20</QuantityOrdered><NameOfItem>'),
      'document/unexpected-content',
    ],
    ['another document', '<Invoice></Invoice>', 'document/unexpected-content'],
    ['elements within elements', '<a>'.repeat(5_000), 'document/unexpected-content'],
    ['something behind the end', `${bare}<x/>`, 'document/not-well-formed'],
    ['half a character', bare.replace('Oxycodone', 'Oxy\ud800codone'), 'document/not-text'],
    ['a byte order mark', `\ufeff${bare}`, 'document/not-text'],
    ['hidden characters', bare.replace('Oxycodone', 'Oxy\u202ecodone'), 'document/hidden-characters'],
    ['no purchaser', bare.replace(/<Buyer>.*<\/Buyer>/, ''), 'document/field-missing'],
    [
      'two purchasers',
      bare.replace('<Buyer>', '<ShipToNumber>BP1234563</ShipToNumber><Buyer>'),
      'document/field-malformed',
    ],
    ['no line', bare.replace(/<OrderItem>.*<\/OrderItem>/, ''), 'document/field-missing'],
    [
      'fewer lines than it says',
      bare.replace('<Buyer>', '<NoOfLines>2</NoOfLines><Buyer>'),
      'document/line-count-differs',
    ],
    ['no quantity', bare.replace('<QuantityOrdered>2</QuantityOrdered>', ''), 'document/field-missing'],
    [
      'a number that is no tracking number',
      bare.replace('<Buyer>', '<UniqueTransactionNumber>4711</UniqueTransactionNumber><Buyer>'),
      'document/field-malformed',
    ],
    [
      'an NDC that is none',
      bare.replace('<NameOfItem>', '<NationalDrugCode>12</NationalDrugCode><NameOfItem>'),
      'document/field-malformed',
    ],
  ])('%s', (_, text, code) => expect(codeOf(() => readAskedOrder(text, 'xml'))).toBe(code));

  it.each(['0', '-2', '2.5', '1e2', '010', '1,000', '２', '1000000'])('%s packages', (quantity) =>
    expect(codeOf(() => readAskedOrder(bare.replace('>2<', `>${quantity}<`), 'xml'))).toBe(
      'document/field-malformed',
    ),
  );
});

describe('refuses, in X12,', () => {
  const changed = (from: string, to: string) => x12(whole.map((one) => one.replace(from, to)));
  it.each([
    ['a cancellation', changed('BEG*00', 'BEG*01'), 'document/field-malformed'],
    ['a blanket order', changed('*NE*', '*BK*'), 'document/field-malformed'],
    ['units that may be cases', changed('*EA*', '*CA*'), 'document/field-malformed'],
    ['packs within a pack', changed('PO4**100', 'PO4*12*100'), 'document/field-malformed'],
    [
      'quantities for several places',
      x12([...header, ...item, 'SDQ*EA*92*1*6*2*6', 'CTT*1']),
      'document/unexpected-content',
    ],
    [
      'a line’s own receiver',
      x12([...header, ...item, 'N1*ST*Other*11*BP1234563', 'CTT*1']),
      'document/unexpected-content',
    ],
    [
      'two purchasers',
      x12(['BEG*00*NE*1', 'N1*ST*A*11*AP5836727', 'N1*BY*B*11*BP1234563', ...item]),
      'document/field-malformed',
    ],
    ['two suppliers', x12([...header, 'N1*SU*Other*11*RM1111119', ...item]), 'document/unexpected-content'],
    ['no name', x12([...header, item[0] ?? '']), 'document/field-missing'],
    ['no line', x12(header), 'document/field-missing'],
    ['fewer lines than it says', changed('CTT*1', 'CTT*2'), 'document/line-count-differs'],
    [
      'another kind',
      fromUtf8(foreignX12({ type: '855', segments: ['BAK*00*AC*1'] })),
      'document/unexpected-content',
    ],
    [
      'a damaged envelope',
      x12(whole).replace('IEA*1*000000907', 'IEA*1*000000908'),
      'document/envelope-differs',
    ],
    ['what is no X12', 'PO1*1', 'document/not-well-formed'],
  ])('%s', (_, text, code) => expect(codeOf(() => readAskedOrder(text, 'x12'))).toBe(code));

  it('none of these without its flaw (control)', () =>
    expect(codeOf(() => readAskedOrder(x12(whole), 'x12'))).toBeNull());
});
