import { describe, expect, it } from 'vitest';
import { CountersignError, utf8 } from '@/lib/base';
import { sampleOrder } from '@/tests/support/orders';
import { acknowledgement855, foreignX12, shipNotice856 } from '@/tests/support/x12';
import {
  documentKind,
  readX12Acknowledgement,
  readX12ShipNotice,
  writeCsosOrder,
  writeX12Order,
} from '../index';

const acknowledged = (...segments: readonly string[]) =>
  readX12Acknowledgement(foreignX12({ type: '855', segments }));
const shipped = (...segments: readonly string[]) => readX12ShipNotice(foreignX12({ type: '856', segments }));
const with855 = (from: string, to: string) =>
  acknowledged(...acknowledgement855.map((one) => one.replace(from, to)));
const with856 = (from: string, to: string) => shipped(...shipNotice856.map((one) => one.replace(from, to)));

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof CountersignError) return error.code;
    throw error;
  }
  return 'taken';
}

describe('an acknowledgement (X12 855)', () => {
  it('says what became of each line, and why', () => {
    expect(acknowledged(...acknowledgement855)).toEqual([
      {
        orderNumber: '26X100208',
        reference: 'PO-4711',
        purchaserDea: 'AP5836727',
        supplierDea: 'RE1234563',
        answer: 'changed',
        date: '2026-11-21',
        statement: 'Line 2 was not accepted.',
        lines: [
          {
            lineNumber: 1,
            ndc11: '00406855201',
            itemNumber: '5551-01',
            answer: 'changed',
            packages: 10,
            statement: null,
          },
          {
            lineNumber: 1,
            ndc11: '00406855201',
            itemNumber: '5551-01',
            answer: 'backordered',
            packages: 2,
            statement: null,
          },
          {
            lineNumber: 2,
            ndc11: null,
            itemNumber: '777',
            answer: 'rejected',
            packages: 0,
            statement: 'Your certificate has no schedule 2N.',
          },
        ],
      },
    ]);
  });

  it.each([
    ['AD', 'accepted'],
    ['AK', 'received'],
    ['RJ', 'rejected'],
    ['RD', 'rejected'],
    ['AH', 'held'],
    ['XX', 'unknown'],
    ['constructor', 'unknown'],
  ])('with BAK02 %s is %s', (code, answer) => {
    expect(with855('*AC*', `*${code}*`)[0]?.answer).toBe(answer);
  });

  it('is read with any delimiters, line breaks and segments that nobody knows', () => {
    const expected = acknowledged(...acknowledgement855);
    for (const delimiters of [
      { element: '|', component: ':', segment: '\n' },
      { element: '\u001d', component: '\u001f', segment: '\u001c' },
    ])
      expect(
        readX12Acknowledgement(foreignX12({ type: '855', segments: acknowledgement855, delimiters })),
      ).toEqual(expected);
    const [bak = '', ...rest] = acknowledgement855;
    expect(acknowledged(bak, 'CUR*BY*USD', 'ZZ9*?', ...rest)).toEqual(expected);
    const broken = new TextDecoder().decode(foreignX12({ type: '855', segments: acknowledgement855 }));
    expect(readX12Acknowledgement(utf8(broken.replaceAll('~', '~\r\n')))).toEqual(expected);
  });

  it('takes the tracking number from the purchase order’s number where it stands there', () => {
    expect(acknowledged('BAK*00*AD*26X100208*20261120')[0]).toMatchObject({
      orderNumber: '26X100208',
      lines: [],
    });
    expect(acknowledged('BAK*00*AD*PO-4711*20261120')[0]).toMatchObject({
      orderNumber: null,
      reference: 'PO-4711',
    });
  });

  it.each<[string, () => unknown, string]>([
    ['two tracking numbers', () => with855('*PO-4711', '*26X100209'), 'document/field-malformed'],
    ['no BAK', () => acknowledged('REF*ZZ*26X100208'), 'document/field-missing'],
    [
      'a second BAK',
      () => acknowledged(acknowledgement855[0], ...acknowledgement855),
      'document/unexpected-content',
    ],
    ['no reference', () => with855('PO-4711', ''), 'document/field-missing'],
    ['lines miscounted', () => with855('CTT*2', 'CTT*3'), 'document/line-count-differs'],
    ['quantity 1e2', () => with855('*10*', '*1e2*'), 'document/field-malformed'],
    ['quantity 1,000', () => with855('*10*', '*1,000*'), 'document/field-malformed'],
    ['quantity 010', () => with855('*10*', '*010*'), 'document/field-malformed'],
    ['quantity 10.5', () => with855('*10*', '*10.5*'), 'document/field-malformed'],
    ['full-width quantity', () => with855('*10*', '*\uff11\uff10*'), 'document/field-malformed'],
    ['quantity -10', () => with855('*10*', '*-10*'), 'document/field-malformed'],
    ['a day that does not exist', () => with855('20261121', '20261131'), 'document/field-malformed'],
    ['hidden characters', () => with855('Your', 'Your\u202e'), 'document/hidden-characters'],
    [
      'a ship notice',
      () => readX12Acknowledgement(foreignX12({ type: '856', segments: shipNotice856 })),
      'document/unexpected-content',
    ],
    [
      '2,000 lines',
      () => acknowledged(acknowledgement855[0], ...Array.from({ length: 2_000 }, () => 'PO1*1')),
      'document/unexpected-content',
    ],
    [
      'segments miscounted',
      () =>
        readX12Acknowledgement(
          utf8(
            new TextDecoder()
              .decode(foreignX12({ type: '855', segments: ['BAK*00*AD*1'] }))
              .replace('SE*3', 'SE*4'),
          ),
        ),
      'document/envelope-differs',
    ],
  ])('is refused: %s', (_, read, code) => {
    expect(refusal(read)).toBe(code);
  });
});

describe('a ship notice (X12 856)', () => {
  it('says what was shipped, line by line, and on which day', () => {
    expect(shipped(...shipNotice856)).toEqual([
      {
        purpose: 'original',
        shipment: 'SHIP-7',
        orderNumber: '26X100208',
        reference: 'PO-4711',
        purchaserDea: 'AP5836727',
        supplierDea: 'RE1234563',
        shipDate: '2026-11-22',
        lines: [
          { lineNumber: 1, ndc11: '00406855201', itemNumber: '5551-01', packages: 10 },
          { lineNumber: null, ndc11: null, itemNumber: '777', packages: 3 },
        ],
      },
    ]);
  });

  it('keeps orders of one shipment apart, and knows no day of shipping but the one that is said', () => {
    const notices = shipped(
      'BSN*00*S*20261121',
      'HL*1**S',
      'HL*2*1*O',
      'PRF*26X100208',
      'HL*3*2*I',
      'SN1*1*4*EA',
      'HL*4*1*O',
      'PRF*26X100209',
      'HL*5*4*I',
      'SN1*1*6*EA',
    );
    expect(
      notices.map(({ orderNumber, shipDate, lines }) => [orderNumber, shipDate, lines[0]?.packages]),
    ).toEqual([
      ['26X100208', null, 4],
      ['26X100209', null, 6],
    ]);
  });

  it('says that it takes back or replaces an earlier one', () => {
    expect(with856('BSN*00', 'BSN*01')[0]?.purpose).toBe('cancelled');
    expect(with856('BSN*00', 'BSN*05')[0]?.purpose).toBe('replaced');
  });

  it.each<[string, () => unknown, string]>([
    ['another purpose', () => with856('BSN*00', 'BSN*06'), 'document/field-malformed'],
    ['no BSN', () => shipped('HL*1**S'), 'document/field-missing'],
    ['levels miscounted', () => with856('CTT*5', 'CTT*4'), 'document/line-count-differs'],
    ['a level twice', () => with856('HL*5', 'HL*4'), 'document/field-malformed'],
    ['a parent that comes later', () => with856('HL*3*2', 'HL*3*5'), 'document/field-malformed'],
    ['an item of no order', () => with856('HL*5*2', 'HL*5*1'), 'document/field-malformed'],
    ['an item without quantity', () => with856('SN1*1*10*EA', 'SN1*1**EA'), 'document/field-missing'],
    [
      'two quantities of an item',
      () => shipped(...shipNotice856.slice(0, -1), 'SN1*1*4*EA'),
      'document/unexpected-content',
    ],
    ['quantity 1e1', () => with856('*10*EA', '*1e1*EA'), 'document/field-malformed'],
    ['half a package', () => with856('*3.0*', '*3.5*'), 'document/field-malformed'],
    ['two tracking numbers', () => with856('PRF*PO-4711', 'PRF*26X100209'), 'document/field-malformed'],
  ])('is refused: %s', (_, read, code) => {
    expect(refusal(read)).toBe(code);
  });
});

describe('the kind of a document', () => {
  it.each([
    ['x12-850', writeX12Order(sampleOrder)],
    ['x12-855', foreignX12({ type: '855', segments: acknowledgement855 })],
    [
      'x12-856',
      foreignX12({
        type: '856',
        segments: shipNotice856,
        delimiters: { element: '|', component: ':', segment: '\n' },
      }),
    ],
    ['csos-order', writeCsosOrder(sampleOrder)],
    ['csos-response', utf8('<?xml version="1.0"?>\n<!-- x -->\n<CSOSOrderResponse>')],
    ['unknown', foreignX12({ type: '810', segments: [] })],
    ['unknown', new Uint8Array()],
    ['unknown', utf8('ISA')],
    ['unknown', utf8('<!---->'.repeat(280))],
    ['unknown', new Uint8Array([0x30, 0x82, 1, 2])],
  ])('is seen from its beginning: %s', (kind, bytes) => {
    expect(documentKind(bytes)).toBe(kind);
  });
});
