import { equalBytes } from '@/lib/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerError } from './der-error';
import { single, type Tlv } from './reader';
import {
  hex,
  integerHex,
  latin1,
  readBits,
  readBoolean,
  readNamedBits,
  readNumber,
  readOctets,
  readOid,
  readText,
  readTime,
  tags,
  utf8Text,
} from './values';
import { write, writeInteger, writeOid } from './writer';

const bytes = (...octets: number[]) => Uint8Array.from(octets);
const tlv = (...octets: number[]) => single(bytes(...octets));
const time = (tag: number, text: string) => single(write(tag, new TextEncoder().encode(text)));

/** The plain reading of X.690 8.19, in big numbers throughout: what the fast one must agree with. */
function slowOid(content: Uint8Array): string | null {
  if (content.length === 0 || content.length > 64 || (content.at(-1) as number) >= 0x80) return null;
  const arcs: bigint[] = [];
  for (let i = 0; i < content.length;) {
    if (content[i] === 0x80) return null;
    let arc = 0n;
    for (let more = true; more; i++) {
      arc = arc * 128n + BigInt((content[i] as number) & 0x7f);
      more = (content[i] as number) >= 0x80;
    }
    arcs.push(arc);
  }
  const [first = 0n, ...rest] = arcs;
  const top = first < 80n ? first / 40n : 2n;
  return [top, first - top * 40n, ...rest].join('.');
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

describe('OIDs', () => {
  const octet = fc.oneof(
    fc.nat(255),
    fc.constantFrom(0x80, 0x81, 0xff, 0x7f, 0, 39, 40, 79, 80, 0x2a),
    fc.integer({ min: 0x80, max: 0xff }),
  );

  it('reads any octets as the plain way does', () => {
    fc.assert(
      fc.property(fc.array(octet, { maxLength: 70 }), (octets) => {
        const content = Uint8Array.from(octets);
        expect(orNull(() => readOid(single(write(tags.oid, content))))).toBe(slowOid(content));
      }),
      { numRuns: 5_000 },
    );
  });

  it('writes what it reads, whatever the size of the arcs', () => {
    const arc = fc.oneof(fc.bigInt(0n, 1000n), fc.bigInt(0n, 2n ** 130n), fc.bigInt(2n ** 48n, 2n ** 54n));
    const start = fc.oneof(
      fc.tuple(fc.bigInt(0n, 1n), fc.bigInt(0n, 39n)),
      fc.tuple(fc.constant(2n), fc.bigInt(0n, 2n ** 60n)),
    );
    fc.assert(
      fc.property(start, fc.array(arc, { maxLength: 2 }), (first, rest) => {
        const dotted = [...first, ...rest].join('.');
        expect(readOid(single(writeOid(dotted)))).toBe(dotted);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('octets', () => {
  it('are the hex that the plain way writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (value) => {
        expect(hex(value)).toBe([...value].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
      }),
    );
    expect(hex(Uint8Array.from({ length: 256 }, (_, i) => i))).toHaveLength(512);
  });

  it('are equal only where all are', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => equalBytes(a, b) === (hex(a) === hex(b))),
    );
    expect(equalBytes(bytes(1, 2), bytes(1, 2))).toBe(true);
    expect(equalBytes(bytes(1, 2), bytes(1, 2, 3))).toBe(false);
  });

  it('become Latin-1 text at any length', () => {
    for (const length of [0, 1, 8192, 8193, 300_000]) {
      const value = Uint8Array.from({ length }, (_, i) => i % 256);
      expect(latin1(value)).toBe(Buffer.from(value).toString('latin1'));
    }
  });
});

describe('INTEGER', () => {
  it.each([
    ['a leading zero', [2, 2, 0, 1]],
    ['a leading zero before zero', [2, 2, 0, 0]],
    ['leading ones', [2, 2, 0xff, 0x80]],
    ['nothing', [2, 0]],
  ])('as a number is refused with %s', (_, octets) => {
    expect(() => readNumber(tlv(...octets))).toThrow(DerError);
  });

  it('as a number is read where it is minimal', () => {
    expect(readNumber(tlv(2, 2, 0, 0x80))).toBe(128);
    expect(readNumber(tlv(2, 2, 0xff, 0x7f))).toBe(-129);
    expect(readNumber(tlv(2, 1, 0xff))).toBe(-1);
    expect(readNumber(tlv(2, 1, 0))).toBe(0);
    expect(readNumber(tlv(2, 7, 1, 0, 0, 0, 0, 0, 0))).toBe(Infinity);
    expect(readNumber(tlv(2, 7, 0x80, 0, 0, 0, 0, 0, 0))).toBe(-Infinity);
    fc.assert(fc.property(fc.nat(2 ** 31), (n) => readNumber(single(writeInteger(n))) === n));
  });

  it('attacks.md 56: as a serial number is one text, padded or not', () => {
    expect(integerHex(bytes(0, 0, 0x80))).toBe(integerHex(bytes(0, 0x80)));
    expect(integerHex(bytes(0xff, 0xff, 0x80))).not.toBe(integerHex(bytes(0, 0x80)));
  });
});

describe('BOOLEAN', () => {
  it.each([[[1, 1, 1]], [[1, 1, 0x80]], [[1, 1, 0xfe]], [[1, 0]], [[1, 2, 0xff, 0xff]], [[2, 1, 0xff]]])(
    '%j is refused',
    (octets) => {
      expect(() => readBoolean(tlv(...octets))).toThrow(DerError);
    },
  );

  it('is 0xff or 0, also under an implicit tag', () => {
    expect([readBoolean(tlv(1, 1, 0xff)), readBoolean(tlv(1, 1, 0))]).toEqual([true, false]);
    expect(readBoolean(tlv(0x81, 1, 0xff), 0x81)).toBe(true);
    expect(() => readBoolean(tlv(0x81, 1, 0xff), 0x82)).toThrow(DerError);
  });
});

describe('BIT STRING', () => {
  it.each([
    ['bits beyond its end', [3, 2, 7, 0x86]],
    ['unused bits of nothing', [3, 1, 1]],
    ['eight unused bits', [3, 2, 8, 0]],
    ['no octet at all', [3, 0]],
  ])('with %s is refused', (_, octets) => {
    expect(() => readBits(tlv(...octets))).toThrow(DerError);
    expect(() => readNamedBits(tlv(...octets))).toThrow(DerError);
  });

  it('of named bits is the same with zeros at its end', () => {
    for (const octets of [
      [3, 2, 1, 6],
      [3, 2, 0, 6],
      [3, 4, 0, 6, 0, 0],
    ])
      expect([...readNamedBits(tlv(...octets))]).toEqual([5, 6]);
    expect([...readNamedBits(tlv(3, 1, 0))]).toEqual([]);
  });
});

describe('times', () => {
  it.each([
    ['without seconds', tags.utcTime, '2601010000Z'],
    ['with an offset', tags.utcTime, '260101000000+0000'],
    ['in local time', tags.utcTime, '260101000000'],
    ['with a fraction', tags.generalizedTime, '20260101000000.0Z'],
    ['with four digits of year under the short tag', tags.utcTime, '20260101000000Z'],
    ['with two digits of year under the long tag', tags.generalizedTime, '260101000000Z'],
    ['on the 30th of February', tags.utcTime, '260230000000Z'],
    ['at 24 o’clock', tags.utcTime, '260101240000Z'],
    ['with a leap second', tags.utcTime, '161231235960Z'],
    ['of other digits', tags.utcTime, '２６0101000000Z'],
    ['under another tag', tags.visibleString, '260101000000Z'],
  ])('%s are refused', (_, tag, text) => {
    expect(() => readTime(time(tag, text))).toThrow(DerError);
  });

  it('are read from both forms', () => {
    expect(readTime(time(tags.utcTime, '260228235959Z'))).toBe(Date.UTC(2026, 1, 28, 23, 59, 59));
    expect(readTime(time(tags.utcTime, '491231235959Z'))).toBe(Date.UTC(2049, 11, 31, 23, 59, 59));
    expect(readTime(time(tags.utcTime, '500101000000Z'))).toBe(Date.UTC(1950, 0, 1));
    expect(readTime(time(tags.generalizedTime, '99991231235959Z'))).toBe(Date.UTC(9999, 11, 31, 23, 59, 59));
    expect(readTime(time(tags.generalizedTime, '20240229000000Z'))).toBe(Date.UTC(2024, 1, 29));
  });
});

describe('text', () => {
  const text = (tag: number, ...octets: number[]) => readText(single(write(tag, bytes(...octets))));

  it('of malformed octets is none, so that no two of them are alike', () => {
    expect(text(tags.utf8String, 0xc0, 0x80)).toBeNull();
    expect(text(tags.utf8String, 0xe0, 0x80, 0xaf)).toBeNull();
    expect(text(tags.utf8String, 0xed, 0xa0, 0x80)).toBeNull();
    expect(text(tags.bmpString, 0xd8, 0)).toBeNull();
    expect(text(tags.bmpString, 0xdc, 0, 0xd8, 0)).toBeNull();
    expect(text(tags.bmpString, 0)).toBeNull();
    expect(text(tags.universalString, 0, 0, 0xd8, 0x3d, 0, 0, 0xde, 0)).toBeNull();
    expect(text(tags.universalString, 0, 0x11, 0, 0)).toBeNull();
    expect(text(tags.octetString, 0x41)).toBeNull();
  });

  it('keeps a byte order mark', () => {
    expect(text(tags.utf8String, 0xef, 0xbb, 0xbf, 0x41)).toBe('\ufeffA');
    expect(text(tags.bmpString, 0xfe, 0xff, 0, 0x41)).toBe('\ufeffA');
  });

  it('is read from every string type', () => {
    expect(text(tags.bmpString, 0xd8, 0x3d, 0xde, 0)).toBe('😀');
    expect(text(tags.universalString, 0, 1, 0xf6, 0)).toBe('😀');
    expect(text(tags.teletexString, 0xe9)).toBe('é');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(utf8Text(new TextEncoder().encode(value))).toBe(value);
      }),
    );
  });
});

describe('octets that BER split', () => {
  const ber = (octets: Uint8Array<ArrayBuffer>): Tlv => single(octets, undefined, true);
  const part = write(tags.octetString, bytes(1, 2));
  const nested = (depth: number) => {
    let octets = part;
    for (let i = 0; i < depth; i++) octets = write(0x24, octets, part);
    return octets;
  };

  it('are joined, also where they were split twice', () => {
    expect(readOctets(ber(nested(1)))).toEqual(bytes(1, 2, 1, 2));
    expect(readOctets(ber(nested(5)))).toEqual(Uint8Array.from({ length: 12 }, (_, i) => 1 + (i % 2)));
    expect(readOctets(ber(write(0xa0, part, part)), 0x80)).toEqual(bytes(1, 2, 1, 2));
  });

  it('are refused in DER, too deep, or of other parts', () => {
    expect(() => readOctets(single(nested(1)))).toThrow(DerError);
    expect(() => readOctets(ber(nested(6)))).toThrow(DerError);
    expect(() => readOctets(ber(write(0x24, write(0x0c, bytes(1)))))).toThrow(DerError);
  });

  it('may be half a million parts', () => {
    const content = new Uint8Array(1_000_000);
    for (let i = 0; i < content.length; i += 2) content[i] = 4;
    expect(readOctets(ber(write(0x24, content)))).toHaveLength(0);
  });
});
