import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DerError } from '../der/der-error';
import { hex } from '../der/values';
import { decryptCbc } from './cbc';
import { tripleDes } from './des';
import { rc2 } from './rc2';
import { rc4 } from './rc4';

const fromHex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

describe('triple DES', () => {
  it('decrypts what OpenSSL encrypted, with three keys and with two', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.constantFrom(16, 24), (plain, length) => {
        const [key, iv] = [randomBytes(length), randomBytes(8)];
        const cipher = createCipheriv(length === 24 ? 'des-ede3-cbc' : 'des-ede-cbc', key, iv);
        const data = Uint8Array.from(Buffer.concat([cipher.update(plain), cipher.final()]));
        expect(decryptCbc(tripleDes(key), iv, data)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });
});

describe('RC2', () => {
  // RFC 2268 5, the vectors whose effective bits are the key's.
  it.each([
    ['ffffffffffffffff', '278b27e42e2f0d49', 'ffffffffffffffff'],
    ['3000000000000000', '30649edf9be7d2c2', '1000000000000001'],
    ['88bca90e90875a7f0f79c384627bafb2', '2269552ab0f85ca6', '0000000000000000'],
  ])('with key %s', (key, ciphertext, plain) => {
    const block = fromHex(ciphertext);
    rc2(fromHex(key)).decrypt(block);
    expect(hex(block)).toBe(plain);
  });
});

it('RC4 decrypts a known message', () => {
  const plain = rc4(new TextEncoder().encode('Key'), fromHex('bbf316e8d940af0ad3'));
  expect(new TextDecoder().decode(plain)).toBe('Plaintext');
});

describe('CBC', () => {
  const cipher = () => tripleDes(new Uint8Array(24));
  it.each([
    ['nothing', 0],
    ['broken blocks', 12],
    ['wrong padding', 16],
  ])('refuses %s', (_, length) => {
    expect(() => decryptCbc(cipher(), new Uint8Array(8), new Uint8Array(length))).toThrow(DerError);
  });
});
