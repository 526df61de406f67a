import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { CountersignError, utf8 } from '@/lib/base';
import type { Order } from '@/lib/order';
import { anyOrder, sampleOrder } from '@/tests/support/orders';
import { runs } from '@/tests/support/runs';
import { longerThanX12, readX12Order, writeX12Order } from '../index';

const text = new TextDecoder().decode(writeX12Order(sampleOrder));

/** The sample with other text in every field that takes any. */
function withText(filler: string): Order {
  const filled = (value: string) => `${value} ${filler}`;
  const [first, ...rest] = sampleOrder.lines;
  if (!first) throw new Error('the sample has no line');
  return {
    ...sampleOrder,
    supplier: { ...sampleOrder.supplier, name: filled('S') },
    lines: [
      { ...first, name: filled('N'), strength: filled('1'), form: filled('f'), itemNumber: filled('i') },
      ...rest,
    ],
  };
}

/** The sample's document with one change, which must take hold; counts of segments are made to fit again. */
function changed(from: string | RegExp, to: string): Uint8Array {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`nothing replaced: ${String(from)}`);
  return utf8(recounted(result));
}

function recounted(document: string): string {
  const inside = document.slice(document.indexOf('~ST*') + 1, document.indexOf('~SE*')).split('~').length;
  return document.replace(/~SE\*\d+/, `~SE*${inside + 1}`);
}

function verdict(bytes: Uint8Array): string {
  try {
    readX12Order(bytes);
  } catch (error) {
    if (error instanceof CountersignError) return error.code;
    throw error;
  }
  return 'taken';
}

function joined(...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

function insideName(...bytes: number[]): Uint8Array {
  const at = text.indexOf('Oxycodone HCl');
  return joined(utf8(text.slice(0, at)), bytes, utf8(text.slice(at)));
}

const NOT_WELL_FORMED = 'document/not-well-formed';
const UNEXPECTED = 'document/unexpected-content';
const MISSING = 'document/field-missing';
const MALFORMED = 'document/field-malformed';
const NOT_CANONICAL = 'document/not-canonical';
const ENVELOPE = 'document/envelope-differs';
/** Which code says it depends on what the reader met first. */
const ANY = 'any';
const set = /ST\*[^]*?~SE[^~]*~/.exec(text)?.[0] ?? '';
const group = /GS\*[^]*?~GE[^~]*~/.exec(text)?.[0] ?? '';

const attacks: readonly (readonly [name: string, bytes: () => Uint8Array, code: string])[] = [
  ['byte order mark', () => joined([0xef, 0xbb, 0xbf], utf8(text)), 'document/not-text'],
  [
    'UTF-16',
    () => joined([0xff, 0xfe], ...[...text].map((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8])),
    'document/not-text',
  ],
  ['overlong UTF-8', () => insideName(0xc0, 0xaf), 'document/not-text'],
  ['Latin-1', () => insideName(0xe9), 'document/not-text'],
  ['NUL', () => insideName(0), 'document/not-text'],
  ['nothing', () => new Uint8Array(), NOT_WELL_FORMED],
  ['cut off', () => utf8(text.slice(0, -20)), NOT_WELL_FORMED],
  ['cut off at a segment', () => utf8(text.slice(0, text.indexOf('GE*'))), NOT_WELL_FORMED],
  ['last terminator left out', () => utf8(text.slice(0, -1)), NOT_WELL_FORMED],
  ['ISA alone', () => utf8(text.slice(0, 106)), NOT_WELL_FORMED],
  ['ISA of another width', () => utf8(text.replace('*U*', '*UU*')), NOT_WELL_FORMED],
  ['one delimiter for two', () => utf8(`${text.slice(0, 104)}*${text.slice(105)}`), NOT_WELL_FORMED],
  ['trailing text', () => utf8(`${text}extra`), UNEXPECTED],
  ['trailing segment', () => utf8(`${text}REF*ZZ*26X100209~`), UNEXPECTED],
  ['second interchange', () => utf8(text + text), UNEXPECTED],
  ['trailing line', () => utf8(`${text}\n`), NOT_CANONICAL],
  ['leading line', () => utf8(`\n${text}`), NOT_WELL_FORMED],
  ['line breaks', () => utf8(text.replaceAll('~', '~\r\n')), NOT_CANONICAL],
  ['other delimiters', () => utf8(text.replaceAll('*', '|')), NOT_CANONICAL],
  ['other control number', () => utf8(text.replaceAll('60468777', '60468778')), NOT_CANONICAL],
  ['control numbers that differ', () => utf8(text.replace('IEA*1*060468777', 'IEA*1*060468778')), ENVELOPE],
  ['test interchange', () => utf8(text.replace('*P*>', '*T*>')), NOT_CANONICAL],
  ['other sender', () => utf8(text.replace(/AP5836727(?=\*RE)/, 'AP5836728')), NOT_CANONICAL],
  ['other version', () => utf8(text.replace('004010', '005010')), NOT_CANONICAL],
  ['empty element at a segment’s end', () => changed('*PK~', '*PK*~'), NOT_CANONICAL],
  ['segments miscounted', () => utf8(text.replace(/SE\*\d+/, 'SE*99')), ENVELOPE],
  ['segment added, count left', () => utf8(text.replace('~CTT', '~MSG*x~CTT')), ENVELOPE],
  ['sets miscounted', () => utf8(text.replace('GE*1*', 'GE*2*')), ENVELOPE],
  ['groups miscounted', () => utf8(text.replace('IEA*1*', 'IEA*2*')), ENVELOPE],
  ['another set control number', () => utf8(text.replace('*0001~GE', '*0002~GE')), ENVELOPE],
  ['second transaction set', () => utf8(text.replace('~GE*1', `~${set}GE*2`)), UNEXPECTED],
  ['second group', () => utf8(text.replace('~IEA*1', `~${group}IEA*2`)), UNEXPECTED],
  ['no transaction set', () => utf8(text.replace(set, '').replace('GE*1', 'GE*0')), UNEXPECTED],
  ['another transaction set', () => utf8(text.replace('ST*850', 'ST*860')), UNEXPECTED],
  ['segment outside its set', () => utf8(text.replace('~ST*', '~REF*ZZ*X~ST*')), UNEXPECTED],
  ['segment of no name', () => changed('~CTT', '~*~CTT'), NOT_WELL_FORMED],
  ['lower-case segment', () => changed('~CTT', '~ctt'), NOT_WELL_FORMED],
  ['order number twice', () => changed(/(REF\*ZZ\*26X100208~)/, '$1$1'), ANY],
  ['two order numbers', () => changed(/(REF\*ZZ\*26X100208~)/, '$1REF*ZZ*26X100209~'), ANY],
  ['product name twice', () => changed(/(PID[^~]*~)/, '$1$1'), UNEXPECTED],
  ['package size twice', () => changed(/(PO4[^~]*~)/, '$1$1'), ANY],
  ['schedule twice', () => changed(/(REF\*ZZ\*DEA SCHEDULE\*2~)/, '$1REF*ZZ*DEA SCHEDULE*5~'), ANY],
  ['supplier twice', () => changed(/(N1\*SU[^~]*~)/, '$1$1'), UNEXPECTED],
  ['ship-to twice', () => changed(/(N1\*ST[^~]*~)/, '$1$1'), UNEXPECTED],
  ['count of lines twice', () => changed('CTT*2~', 'CTT*2~CTT*2~'), UNEXPECTED],
  ['unknown segment', () => changed('~CTT', '~MSG*12 packages~CTT'), UNEXPECTED],
  ['too many elements', () => changed('CTT*2', 'CTT*2*15'), UNEXPECTED],
  ['a price', () => changed('*PK***N4', '*PK*9.95**N4'), MALFORMED],
  ['no supplier', () => changed(/N1\*SU[^~]*~N3[^~]*~N4[^~]*~/, ''), ANY],
  ['no ship-to', () => changed(/N1\*ST[^~]*~N3[^~]*~N4[^~]*~/, ''), MISSING],
  ['no name', () => changed('Oxycodone HCl 10 mg tablets', ''), MISSING],
  ['no quantity', () => changed('PO1*1*12*', 'PO1*1**'), MISSING],
  ['no package size', () => changed('PO4**100', 'PO4**'), MISSING],
  ['no schedule', () => changed('REF*ZZ*DEA SCHEDULE*2N~', ''), MISSING],
  ['line too few', () => changed(/PO1\*2[^]*?(?=CTT)/, ''), 'document/line-count-differs'],
  ['line too many', () => changed(/(PO1\*2[^]*?)(?=CTT)/, '$1$1'), 'document/line-count-differs'],
  ['lines misnumbered', () => changed('PO1*2*', 'PO1*3*'), 'order/lines-misnumbered'],
  ['numbers that differ', () => changed('SA*26X100208', 'SA*26X100209'), MALFORMED],
  ['dates that differ', () => changed('DTM*004*20261120', 'DTM*004*20261121'), MALFORMED],
  ['lower-case number', () => utf8(text.replaceAll('26X100208', '26x100208')), MALFORMED],
  ['number of another year', () => utf8(text.replaceAll('26X100208', '25X100208')), 'order/number-year'],
  ['DEA number that does not check', () => changed('*11*RE1234563~', '*11*RE1234564~'), MALFORMED],
  ['Cyrillic letter in a DEA number', () => changed('*11*RE1234563~', '*11*R\u04151234563~'), MALFORMED],
  ['NDC of ten digits', () => changed('00406855201', '0406855201'), MALFORMED],
  ['hyphens in an NDC', () => changed('00406855201', '00406-8552-01'), MALFORMED],
  ['full-width digit in an NDC', () => changed('00406855201', '0040685520\uff11'), MALFORMED],
  ['NDC of another kind', () => changed('*N4*', '*UP*'), MALFORMED],
  ['NDC twice', () => changed('*N4*00406855201', '*N4*00406855201*N4*00406855202'), ANY],
  ['day that does not exist', () => utf8(text.replaceAll('20261120', '20261131')), MALFORMED],
  ['schedule spelled otherwise', () => changed('SCHEDULE*2~', 'SCHEDULE*CII~'), MALFORMED],
  ['another unit', () => changed('*12*PK', '*12*CA'), MALFORMED],
  ['bidi override', () => insideName(0xe2, 0x80, 0xae), 'document/hidden-characters'],
  ['zero width', () => insideName(0xe2, 0x80, 0x8b), 'document/hidden-characters'],
  ['tab', () => insideName(9), 'document/hidden-characters'],
  ['line break within a name', () => insideName(10), 'document/hidden-characters'],
  ['two spaces', () => changed('Corner Pharmacy', 'Corner  Pharmacy'), NOT_CANONICAL],
  ['space at an end', () => changed('Corner Pharmacy', 'Corner Pharmacy '), NOT_CANONICAL],
  ['decomposed letter', () => changed('Corner', 'Corne\u0301r'), NOT_CANONICAL],
  ...['1e2', '010', '1,000', '\uff11\uff12', '-0', 'NaN', '+12', '12.0', '0x0c', ' 12', '\u0661', '0'].map(
    (form) => [`quantity ${form}`, () => changed('PO1*1*12*', `PO1*1*${form}*`), MALFORMED] as const,
  ),
  ...['1e2', '0100', '100.0', '1,000', '.5', '100.00001'].map(
    (form) => [`package size ${form}`, () => changed('PO4**100', `PO4**${form}`), MALFORMED] as const,
  ),
  ['package size 0', () => changed('PO4**100', 'PO4**0'), 'order/line-package-size-invalid'],
  ['too many bytes', () => new Uint8Array(2_000_001), UNEXPECTED],
];

const refused = expect.stringMatching(/^(document|order)\//) as unknown;

describe('X12 850 order', () => {
  it('carries every field of 1305.21(b), number and DEA numbers where they were seen', () => {
    for (const segment of [
      'REF*ZZ*26X100208',
      'DTM*004*20261120',
      'N1*SU*Example Wholesale, Inc.*11*RE1234563~N3*1 Depot Road~N4*Columbus*OH*43004',
      'N1*ST*Corner Pharmacy*11*AP5836727~N3*22 Main Street*Suite 4~N4*Dayton*OH*45402',
      'PO1*1*12*PK***N4*00406855201*VN*5551-01~PID*F*08***Oxycodone HCl 10 mg tablets~PO4**100*UN',
      'CTT*2',
    ])
      expect(text).toContain(`~${segment}~`);
    expect(text.slice(0, 106)).toMatch(/^ISA\*.*\*P\*>~$/);
    expect(text).toBe(new TextDecoder().decode(utf8(recounted(text))));
  });

  it('is read back as the order that was written, for every legal order', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(readX12Order(writeX12Order(order))).toEqual(order);
      }),
      { numRuns: runs(200) },
    );
  });

  it('takes delimiters that the order’s own text doesn’t hold', () => {
    const every = '*|^>:<~!`';
    const pieces = fc.subarray([...every]).map((some) => some.join(''));
    fc.assert(
      fc.property(pieces, (filler) => {
        const order = withText(filler === '' ? 'plain' : filler);
        const bytes = writeX12Order(order);
        const [element, component, segment] = [3, 104, 105].map((at) => String.fromCharCode(bytes[at] ?? 0));
        for (const delimiter of [element, component, segment]) expect(filler).not.toContain(delimiter);
        expect(readX12Order(bytes)).toEqual(order);
      }),
      { numRuns: runs(100) },
    );
  });

  it('holds the longest fields whole, and is then wider than the standard', () => {
    const long = withText('x'.repeat(290));
    expect(readX12Order(writeX12Order(long))).toEqual(long);
    expect(longerThanX12(sampleOrder)).toEqual([]);
    expect(longerThanX12(long).map(({ field, severity }) => [field, severity])).toEqual(
      ['supplier.name', 'lines.1.name', 'lines.1.strength', 'lines.1.form', 'lines.1.itemNumber'].map(
        (field) => [field, 'warns'],
      ),
    );
  });

  it('differs for orders that differ', () => {
    fc.assert(
      fc.property(anyOrder, anyOrder, (one, other) => {
        const same = Buffer.compare(writeX12Order(one), writeX12Order(other)) === 0;
        expect(same).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('is not written for an order that could not be signed, or in another form', () => {
    const nameless = { ...sampleOrder, supplier: { ...sampleOrder.supplier, name: '' } };
    expect(() => writeX12Order(nameless)).toThrow('order/supplier-name-missing');
    const untidy = { ...sampleOrder, supplier: { ...sampleOrder.supplier, name: 'Example  Wholesale' } };
    expect(() => writeX12Order(untidy)).toThrow('document/not-canonical');
    const hiding = { ...sampleOrder, supplier: { ...sampleOrder.supplier, name: 'Example\u001dWholesale' } };
    expect(() => writeX12Order(hiding)).toThrow('document/hidden-characters');
  });

  it('is taken when nothing is wrong (control)', () => {
    expect(verdict(utf8(text))).toBe('taken');
    expect(verdict(changed('PO1*1*12*', 'PO1*1*13*'))).toBe('taken');
    expect(verdict(changed('Corner', 'Cornér'))).toBe('taken');
    expect(verdict(changed('REF*ZZ*STRENGTH*10 mg~', ''))).toBe('taken');
  });

  it.each(attacks)('attacks.md 88–92 are refused: %s', (_name, bytes, code) => {
    expect(verdict(bytes())).toEqual(code === ANY ? refused : code);
  });

  it('is refused or says what the bytes say, whatever byte is changed', () => {
    const bytes = utf8(text);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const other = bytes.slice();
        other[at] = byte;
        if (verdict(other) === 'taken') expect(writeX12Order(readX12Order(other))).toEqual(other);
      }),
      { numRuns: runs(500) },
    );
  });
});
