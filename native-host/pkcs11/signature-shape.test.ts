import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOf } from '@/lib/base';
import type { PublicKey } from './public-key';
import { sameWidth } from './same-width';
import { toBeSigned } from './to-be-signed';
import { trimmed } from './token-info';

const key = (kind: 'rsa' | 'ec', signatureBytes: number): PublicKey => ({
  ...{ kind, signatureBytes, keyType: 0n, mechanism: 1n, number: Buffer.alloc(1) },
});
const fault = (work: () => unknown) => {
  try {
    work();
    return 'no fault';
  } catch (error) {
    return faultOf(error).code;
  }
};

test('r and s of one length become as wide as the curve, and keep their numbers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(32, 48, 66),
      fc.integer({ min: 1, max: 66 }),
      fc.uint8Array(),
      (width, half, seed) => {
        fc.pre(half <= width);
        const r = Buffer.alloc(half, seed.length > 0 ? seed : Buffer.of(1));
        const s = Buffer.alloc(half, 7);
        const wide = sameWidth(Buffer.concat([r, s]), key('ec', 2 * width));
        expect(wide.length).toBe(2 * width);
        expect(wide.subarray(0, width).toString('hex')).toBe(r.toString('hex').padStart(2 * width, '0'));
        expect(wide.subarray(width).toString('hex')).toBe(s.toString('hex').padStart(2 * width, '0'));
      },
    ),
  );
});

test.each([0, 1, 63, 65, 66])('%i octets are no signature of P-256', (length) => {
  expect(fault(() => sameWidth(Buffer.alloc(length), key('ec', 64)))).toBe('token/module-error');
});

test('an RSA signature is never padded', () => {
  expect(fault(() => sameWidth(Buffer.alloc(254), key('rsa', 256)))).toBe('token/module-error');
});

test('DigestInfo is DER around exactly the digest that its OID names', () => {
  for (const [algorithm, bytes, oid] of [
    ['rsa-sha256', 32, '608648016503040201'],
    ['rsa-sha384', 48, '608648016503040202'],
    ['rsa-sha512', 64, '608648016503040203'],
  ] as const) {
    const data = toBeSigned(algorithm, Buffer.alloc(bytes, 5), key('rsa', 256));
    expect(data[1]).toBe(data.length - 2);
    expect(data.toString('hex')).toContain(oid);
    expect(data.at(-bytes - 1)).toBe(bytes);
    for (const wrong of [0, 20, bytes - 1, bytes + 1])
      expect(fault(() => toBeSigned(algorithm, Buffer.alloc(wrong), key('rsa', 256)))).toBe(
        'input/malformed',
      );
    expect(fault(() => toBeSigned(algorithm, Buffer.alloc(bytes), key('ec', 64)))).toBe(
      'token/unsupported-algorithm',
    );
  }
});

test('ECDSA gets the leftmost octets of a digest that is longer than its curve', () => {
  const digest = Buffer.from(Array.from({ length: 48 }, (_, index) => index));
  expect(toBeSigned('ecdsa', digest, key('ec', 64))).toEqual(digest.subarray(0, 32));
  expect(toBeSigned('ecdsa', digest, key('ec', 132))).toEqual(digest);
  expect(fault(() => toBeSigned('ecdsa', Buffer.alloc(20), key('ec', 64)))).toBe('input/malformed');
});

test('texts lose their padding, of blanks or of zeros, and nothing else', () => {
  expect(trimmed(Buffer.from('Jürgen’s key        '))).toBe('Jürgen’s key');
  expect(trimmed(Buffer.from('serial\0\0\0\0garbage'))).toBe('serial');
  expect(trimmed(Buffer.from('  in front '))).toBe('  in front');
  expect(trimmed(Buffer.from([0xff, 0x41, 0x20]))).toBe('\ufffdA');
});
