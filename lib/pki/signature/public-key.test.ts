import { beforeAll, describe, expect, it } from 'vitest';
import { DerError } from '../der/der-error';
import { single, type Bytes } from '../der/reader';
import { concat, tags } from '../der/values';
import { DER_NULL, write, writeOid, writeSequence } from '../der/writer';
import { readPublicKey } from './public-key';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
const RSA_OID = writeOid('1.2.840.113549.1.1.1');
let keys: { readonly rsa: Bytes; readonly ec: Bytes };

/** The same key under an algorithm of these octets. */
function under(spki: Bytes, ...algorithm: readonly Uint8Array[]): Bytes {
  const reader = single(spki, tags.sequence).reader();
  reader.next(tags.sequence);
  return writeSequence(writeSequence(...algorithm), reader.next(tags.bitString).raw);
}

beforeAll(async () => {
  const spkiOf = async (pair: Promise<CryptoKeyPair>) =>
    new Uint8Array(await crypto.subtle.exportKey('spki', (await pair).publicKey));
  keys = {
    rsa: await spkiOf(
      crypto.subtle.generateKey({ ...RSA, publicExponent: Uint8Array.of(1, 0, 1) }, true, ['sign', 'verify']),
    ),
    ec: await spkiOf(
      crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']),
    ),
  };
});

describe('a public key', () => {
  it('is read with its parameters as they must be, or without where many leave them out', () => {
    expect(readPublicKey(keys.rsa)).toMatchObject({ kind: 'rsa', bits: 2048 });
    expect(readPublicKey(under(keys.rsa, RSA_OID, DER_NULL))).toMatchObject({ kind: 'rsa', spki: keys.rsa });
    expect(readPublicKey(under(keys.rsa, RSA_OID))).toMatchObject({ kind: 'rsa', spki: keys.rsa });
    expect(readPublicKey(keys.ec)).toMatchObject({ kind: 'ec', bits: 256 });
  });

  it('on a curve isn’t taken in the hybrid form, which only some programs import', () => {
    const at = keys.ec.length - 65;
    const parity = (keys.ec.at(-1) as number) & 1;
    expect(keys.ec[at]).toBe(4);
    expect(readPublicKey(keys.ec.with(at, 6 + parity))).toEqual({ kind: 'other', name: 'a hybrid point' });
    expect(readPublicKey(keys.ec.with(at, 4))).toMatchObject({ kind: 'ec' });
  });

  it('with parameters that another reader might take for something else is refused', () => {
    const curve = [writeOid('1.2.840.10045.2.1'), writeOid('1.2.840.10045.3.1.7')];
    for (const spki of [
      under(keys.rsa, RSA_OID, RSA_OID),
      under(keys.rsa, RSA_OID, RSA_OID, DER_NULL),
      under(keys.rsa, RSA_OID, DER_NULL, DER_NULL),
      under(keys.rsa, RSA_OID, write(tags.null, Uint8Array.of(0))),
      under(keys.ec, ...curve, DER_NULL),
      concat(keys.rsa, DER_NULL),
    ])
      expect(() => readPublicKey(spki)).toThrow(DerError);
    expect(readPublicKey(under(keys.ec, ...curve))).toMatchObject({ kind: 'ec', spki: keys.ec });
  });
});
