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
  // DES alone is the same key three times: OpenSSL's legacy provider isn't at hand here.
  it('decrypts what OpenSSL encrypted, with three keys, with two and with one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.constantFrom(8, 16, 24), (plain, length) => {
        const [key, iv] = [randomBytes(length), randomBytes(8)];
        const whole = length === 8 ? Buffer.concat([key, key, key]) : key;
        const cipher = createCipheriv(length === 16 ? 'des-ede-cbc' : 'des-ede3-cbc', whole, iv);
        const data = Uint8Array.from(Buffer.concat([cipher.update(plain), cipher.final()]));
        expect(decryptCbc(tripleDes(key), iv, data)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });
});

describe('RC2', () => {
  // RFC 2268 5.
  it.each([
    ['0000000000000000', 63, 'ebb773f993278eff', '0000000000000000'],
    ['ffffffffffffffff', 64, '278b27e42e2f0d49', 'ffffffffffffffff'],
    ['3000000000000000', 64, '30649edf9be7d2c2', '1000000000000001'],
    ['88', 64, '61a8a244adacccf0', '0000000000000000'],
    ['88bca90e90875a', 64, '6ccf4308974c267f', '0000000000000000'],
    ['88bca90e90875a7f0f79c384627bafb2', 64, '1a807d272bbe5db1', '0000000000000000'],
    ['88bca90e90875a7f0f79c384627bafb2', 128, '2269552ab0f85ca6', '0000000000000000'],
    [
      '88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e',
      129,
      '5b78d3a43dfff1f1',
      '0000000000000000',
    ],
  ])('with key %s, of which %d bits count', (key, bits, ciphertext, plain) => {
    const octets = fromHex(key);
    for (const cipher of [rc2(octets, bits), ...(octets.length * 8 === bits ? [rc2(octets)] : [])]) {
      const block = fromHex(ciphertext);
      cipher.decrypt(block);
      expect(hex(block)).toBe(plain);
    }
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
