import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { CountersignError, utf8 } from '@/lib/base';
import type { Order } from '@/lib/order';
import { anyOrder, sampleOrder } from '@/tests/support/orders';
import { runs } from '@/tests/support/runs';
import { readCsosOrder, writeCsosOrder } from './index';

const text = new TextDecoder().decode(writeCsosOrder(sampleOrder));

/** The sample's document with one change, which must take hold. */
function changed(from: string | RegExp, to: string): Uint8Array {
  const result = text.replace(from, to);
  if (result === text) throw new Error(`nothing replaced: ${String(from)}`);
  return utf8(result);
}

function refusal(bytes: Uint8Array): string {
  try {
    readCsosOrder(bytes);
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

function utf16(): Uint8Array {
  return joined(
    ...[...`\ufeff${text}`].map((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
  );
}

const attacks: readonly (readonly [name: string, bytes: () => Uint8Array, code: string])[] = [
  ['byte order mark', () => joined([0xef, 0xbb, 0xbf], utf8(text)), 'document/not-text'],
  ['UTF-16', utf16, 'document/not-text'],
  ['overlong UTF-8', () => insideName(0xc0, 0xaf), 'document/not-text'],
  ['truncated UTF-8', () => insideName(0xe2, 0x82), 'document/not-text'],
  ['surrogate in UTF-8', () => insideName(0xed, 0xa0, 0x80), 'document/not-text'],
  ['NUL', () => insideName(0), 'document/not-text'],
  ['nothing', () => new Uint8Array(), 'document/not-well-formed'],
  ['cut off', () => utf8(text.slice(0, -30)), 'document/not-well-formed'],
  ['trailing text', () => utf8(`${text}extra`), 'document/not-well-formed'],
  ['second document', () => utf8(text + text.slice(text.indexOf('\n') + 1)), 'document/not-well-formed'],
  ['trailing line', () => utf8(`${text}\n`), 'document/not-canonical'],
  ['comment', () => changed('<Order>', '<!-- 2 --><Order>'), 'document/unexpected-content'],
  ['comment at the end', () => utf8(`${text}<!-- 2 -->`), 'document/unexpected-content'],
  ['processing instruction', () => changed('<Order>', '<?x y?><Order>'), 'document/unexpected-content'],
  [
    'DTD',
    () => changed('<CSOSOrderRequest>', '<!DOCTYPE a><CSOSOrderRequest>'),
    'document/unexpected-content',
  ],
  ['entity', () => changed('Corner', '&corner;'), 'document/not-well-formed'],
  ['CDATA', () => changed('Corner', '<![CDATA[Corner]]>'), 'document/unexpected-content'],
  ['attribute', () => changed('<Order>', '<Order id="2">'), 'document/unexpected-content'],
  ['namespace', () => changed('<Order>', '<Order xmlns="urn:x">'), 'document/unexpected-content'],
  ['unknown element', () => changed('<Order>', '<Note>x</Note><Order>'), 'document/unexpected-content'],
  ['text beside elements', () => changed('<Order>', '<Order>x'), 'document/unexpected-content'],
  ['element within text', () => changed('Corner', 'Cor<b>n</b>er'), 'document/unexpected-content'],
  ['other root', () => utf8('<Order/>'), 'document/unexpected-content'],
  [
    'deep nesting',
    () => utf8(`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`),
    'document/unexpected-content',
  ],
  ['too many bytes', () => new Uint8Array(2_000_001), 'document/unexpected-content'],
  ['number twice', () => changed(/(<PONumber>.*<\/PONumber>)/, '$1$1'), 'document/unexpected-content'],
  [
    'quantity twice',
    () => changed(/(<QuantityOrdered>12<\/QuantityOrdered>)/, '$1<QuantityOrdered>1</QuantityOrdered>'),
    'document/unexpected-content',
  ],
  ['order twice', () => changed(/(<Order>[^]*<\/Order>)/, '$1$1'), 'document/unexpected-content'],
  [
    'elements in another order',
    () => changed(/(<City>.*<\/City>)\s*(<State>.*<\/State>)/, '$2$1'),
    'document/unexpected-content',
  ],
  ['no supplier name', () => changed(/<Name>Example.*<\/Name>/, ''), 'document/field-missing'],
  ['empty name', () => changed('Corner Pharmacy', ''), 'document/field-missing'],
  ['no quantity', () => changed(/<QuantityOrdered>12<\/QuantityOrdered>/, ''), 'document/field-missing'],
  ['line too few', () => changed(/<OrderItem>[^]*?<\/OrderItem>/, ''), 'document/line-count-differs'],
  ['line too many', () => changed(/(<OrderItem>[^]*?<\/OrderItem>)/, '$1$1'), 'document/line-count-differs'],
  ['lines misnumbered', () => changed('<LineNumber>2', '<LineNumber>3'), 'order/lines-misnumbered'],
  [
    'numbers that differ',
    () => changed('<PONumber>26X100208', '<PONumber>26X100209'),
    'document/field-malformed',
  ],
  ['lower-case number', () => utf8(text.replaceAll('26X100208', '26x100208')), 'document/field-malformed'],
  ['number of another year', () => utf8(text.replaceAll('26X100208', '25X100208')), 'order/number-year'],
  ['DEA number that does not check', () => changed('RE1234563', 'RE1234564'), 'document/field-malformed'],
  [
    'Cyrillic letter in a DEA number',
    () => changed('RE1234563', 'R\u04151234563'),
    'document/field-malformed',
  ],
  [
    'full-width digit in an NDC',
    () => changed('00406855201', '0040685520\uff11'),
    'document/field-malformed',
  ],
  ['ten-digit NDC', () => changed('00406855201', '0406855201'), 'document/field-malformed'],
  ['hyphens in an NDC', () => changed('00406855201', '00406-8552-01'), 'document/field-malformed'],
  ['day that does not exist', () => changed('2026-11-20', '2026-11-31'), 'document/field-malformed'],
  ['schedule spelled otherwise', () => changed('<Schedule>2<', '<Schedule>CII<'), 'document/field-malformed'],
  ['schedules of the buyer that differ', () => changed('2,2N', '2'), 'document/field-malformed'],
  ['bidi override', () => insideName(0xe2, 0x80, 0xae), 'document/hidden-characters'],
  ['zero width', () => insideName(0xe2, 0x80, 0x8b), 'document/hidden-characters'],
  ['tab', () => insideName(9), 'document/hidden-characters'],
  ['stacked marks', () => changed('Corner', 'Co\u0301\u0301\u0301rner'), 'document/hidden-characters'],
  ['no-break space', () => changed('Corner Pharmacy', 'Corner\u00a0Pharmacy'), 'document/not-canonical'],
  ['two spaces', () => changed('Corner Pharmacy', 'Corner  Pharmacy'), 'document/not-canonical'],
  ['decomposed letter', () => changed('Corner', 'Corne\u0301r'), 'document/not-canonical'],
  ['character reference', () => changed('Corner', '&#67;orner'), 'document/not-canonical'],
  ['CR LF', () => utf8(text.replaceAll('\n', '\r\n')), 'document/not-canonical'],
  ['other indentation', () => changed('<Order>', ' <Order>'), 'document/not-canonical'],
  ['no XML declaration', () => utf8(text.slice(text.indexOf('\n') + 1)), 'document/not-canonical'],
  ...['1e2', '010', '1,000', '\uff11\uff12', '-0', 'NaN', '+12', '12.0', '0x0c', ' 12', '\u0661'].map(
    (form) => [`quantity ${form}`, () => changed('>12<', `>${form}<`), 'document/field-malformed'] as const,
  ),
  ['quantity 0', () => changed('>12<', '>0<'), 'document/field-malformed'],
  [
    'package size 0',
    () => changed('<SizeOfPackages>100', '<SizeOfPackages>0'),
    'order/line-package-size-invalid',
  ],
  [
    'package size 100.0',
    () => changed('<SizeOfPackages>100', '<SizeOfPackages>100.0'),
    'document/field-malformed',
  ],
];

describe('CSOSOrder document', () => {
  it('carries every field of 1305.21(b) in plain sight', () => {
    for (const field of [
      '26X100208',
      'AP5836727',
      'Example Wholesale, Inc.',
      '1 Depot Road',
      'RE1234563',
      '2026-11-20',
      '00406855201',
      '<SizeOfPackages>100<',
      '<QuantityOrdered>12<',
    ]) {
      expect(text).toContain(field);
    }
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<CSOSOrderRequest>\n')).toBe(true);
  });

  it('is read back as the order that was written, for every legal order', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(readCsosOrder(writeCsosOrder(order))).toEqual(order);
      }),
      { numRuns: runs(200) },
    );
  });

  it('differs for orders that differ', () => {
    fc.assert(
      fc.property(anyOrder, anyOrder, (one, other) => {
        const same = Buffer.compare(writeCsosOrder(one), writeCsosOrder(other)) === 0;
        expect(same).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('is not written for an order that could not be signed, or in another form', () => {
    const nameless: Order = { ...sampleOrder, supplier: { ...sampleOrder.supplier, name: '' } };
    expect(() => writeCsosOrder(nameless)).toThrow('order/supplier-name-missing');
    const untidy: Order = {
      ...sampleOrder,
      supplier: { ...sampleOrder.supplier, name: 'Example  Wholesale' },
    };
    expect(() => writeCsosOrder(untidy)).toThrow('document/not-canonical');
  });

  it('is taken when nothing is wrong (control)', () => {
    expect(refusal(utf8(text))).toBe('taken');
    expect(refusal(changed('>12<', '>13<'))).toBe('taken');
    expect(refusal(changed('Corner', 'Cornér'))).toBe('taken');
  });

  it.each(attacks)('is refused: %s', (_name, bytes, code) => {
    expect(refusal(bytes())).toBe(code);
  });

  it('is refused or says what the bytes say, whatever byte is changed', () => {
    const bytes = utf8(text);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const other = bytes.slice();
        other[at] = byte;
        if (refusal(other) === 'taken') expect(writeCsosOrder(readCsosOrder(other))).toEqual(other);
      }),
      { numRuns: runs(500) },
    );
  });
});
