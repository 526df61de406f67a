import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerError } from './der-error';
import { DerReader, single } from './reader';
import { integerHex, readNumber, readOid, tags } from './values';
import { write, writeInteger, writeOid } from './writer';

const bytes = (...octets: number[]) => Uint8Array.from(octets);

describe('DER', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (content) => {
        expect(single(write(0x04, content), 0x04).content).toEqual(content);
      }),
      { numRuns: 30 },
    );
    fc.assert(fc.property(fc.nat(2 ** 31), (n) => readNumber(single(writeInteger(n))) === n));
    for (const oid of [
      '1.2.840.113549.1.7.2',
      '2.5.29.15',
      '2.16.840.1.101.3.5.4',
      '2.25.340282366920938463463374607431768211455',
    ]) {
      expect(readOid(single(writeOid(oid)))).toBe(oid);
    }
  });

  it.each([
    ['a length that is not minimal', bytes(4, 0x81, 1, 0)],
    ['a length with a leading zero', bytes(4, 0x82, 0, 0x80, ...new Uint8Array(128))],
    ['an indefinite length', bytes(0x24, 0x80, 0, 0)],
    ['4 GiB', bytes(4, 0x84, 0xff, 0xff, 0xff, 0xff, 0)],
    ['a length of five octets', bytes(4, 0x85, 0, 0, 0, 0, 1, 0)],
    ['an end before its length', bytes(4, 2, 0)],
    ['a high tag number', bytes(0x1f, 0x81, 1, 0)],
    ['bytes afterwards', bytes(4, 0, 0)],
    ['nothing', bytes()],
  ])('refuses %s', (_, der) => {
    expect(() => single(der)).toThrow(DerError);
  });

  it('has one spelling for each OID', () => {
    expect(() => readOid(single(bytes(6, 3, 0x2a, 0x80, 1)))).toThrow(DerError);
    expect(() => readOid(single(bytes(6, 2, 0x2a, 0x81)))).toThrow(DerError);
    // 2³² + 840 is not 840.
    expect(readOid(single(bytes(6, 6, 0x2a, 0x90, 0x80, 0x80, 0x86, 0x48)))).toBe('1.2.4294968136');
  });

  it('compares integers by value', () => {
    expect(integerHex(bytes(0, 0, 0x80))).toBe('0080');
    expect(integerHex(bytes(0xff, 0xff, 0x80))).toBe('80');
    expect(integerHex(bytes(0, 1))).toBe('01');
  });

  it.each([200, 5_000, 50_000])('refuses BER nested %d deep within 100 ms', (depth) => {
    const deep = new Uint8Array(depth * 4);
    for (let i = 0; i < depth; i++) deep.set([0x30, 0x80], i * 2);
    const start = performance.now();
    expect(() => new DerReader(deep, 0, deep.length, true).next(tags.sequence)).toThrow(DerError);
    expect(performance.now() - start).toBeLessThan(100);
  });
});
