import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '@/lib/base';
import { single, type Bytes } from '../der/reader';
import { DER_NULL, write, writeInteger, writeOid, writeSequence } from '../der/writer';
import { derEcdsa } from './der-ecdsa';
import { readHash, readScheme } from './scheme';
import { verifySignature } from './verify-signature';

const message = utf8('26X100208');
const identifier = (oid: string, params: Uint8Array = DER_NULL) =>
  single(writeSequence(writeOid(oid), params));
const SHA1_RSA = identifier('1.2.840.113549.1.1.5');
const pss = (...params: readonly Uint8Array[]) =>
  identifier('1.2.840.113549.1.1.10', writeSequence(...params));

async function signed(
  algorithm: RsaHashedKeyGenParams | (EcKeyGenParams & { hash: string }),
  saltLength = 20,
) {
  const key = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await crypto.subtle.sign({ ...algorithm, saltLength }, key.privateKey, message);
  return {
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', key.publicKey)),
    signature: new Uint8Array(made),
  };
}

const rsa = (name: string, hash: string, modulusLength = 2048) =>
  signed({ name, hash, modulusLength, publicExponent: Uint8Array.of(1, 0, 1) });

let sha1: { spki: Bytes; signature: Bytes };
beforeAll(async () => {
  sha1 = await rsa('RSASSA-PKCS1-v1_5', 'SHA-1');
});

describe('weak algorithms are judged for history alone', () => {
  it('RSA with SHA-1', async () => {
    const judge = (history: boolean) =>
      verifySignature(readScheme(SHA1_RSA, null, { history }), sha1.spki, message, sha1.signature);
    expect(await judge(false)).toEqual({ kind: 'refused', name: 'RSA with SHA-1' });
    expect((await judge(true)).kind).toBe('good');
    const bent = sha1.signature.with(9, (sha1.signature[9] as number) ^ 1);
    expect(
      (await verifySignature(readScheme(SHA1_RSA, null, { history: true }), sha1.spki, message, bent)).kind,
    ).toBe('bad');
  });

  it('PSS with its defaults, which are SHA-1 and 20 octets', async () => {
    const { spki, signature } = await rsa('RSA-PSS', 'SHA-1');
    const judge = (history: boolean) =>
      verifySignature(readScheme(pss(), null, { history }), spki, message, signature);
    expect(await judge(false)).toEqual({ kind: 'refused', name: 'PSS with SHA-1' });
    expect((await judge(true)).kind).toBe('good');
  });

  it('ECDSA with SHA-1', async () => {
    const { spki, signature } = await signed({ name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-1' });
    const algorithm = single(writeSequence(writeOid('1.2.840.10045.4.1')));
    const judge = (history: boolean) =>
      verifySignature(readScheme(algorithm, null, { history }), spki, message, derEcdsa(signature));
    expect(await judge(false)).toEqual({ kind: 'refused', name: 'ECDSA with SHA-1' });
    expect((await judge(true)).kind).toBe('good');
  });

  it('RSA with 1,024 bits; with 768 never', async () => {
    const algorithm = identifier('1.2.840.113549.1.1.11');
    for (const [bits, today, then] of [
      [768, 'refused', 'refused'],
      [1024, 'refused', 'good'],
      [2048, 'good', 'good'],
    ] as const) {
      const { spki, signature } = await rsa('RSASSA-PKCS1-v1_5', 'SHA-256', bits);
      for (const history of [false, true]) {
        const scheme = readScheme(algorithm, null, { history });
        expect((await verifySignature(scheme, spki, message, signature)).kind).toBe(history ? then : today);
      }
    }
  });

  it.each([
    ['SHA-1', '1.3.14.3.2.26'],
    ['MD5', '1.2.840.113549.2.5'],
  ])('%s as digest', (name, oid) => {
    expect(readHash(identifier(oid))).toEqual({ refused: name });
    expect(readHash(identifier(oid), { history: true })).toBe(name);
  });
});

describe('parameters of PSS', () => {
  const sha256 = writeSequence(writeOid('2.16.840.1.101.3.4.2.1'));
  const sha384 = writeSequence(writeOid('2.16.840.1.101.3.4.2.2'));
  const mgf1 = (hash: Uint8Array, oid = '1.2.840.113549.1.1.8') => writeSequence(writeOid(oid), hash);
  const read = (...params: readonly Uint8Array[]) => readScheme(pss(...params));
  const [hash, mgf] = [write(0xa0, sha256), write(0xa1, mgf1(sha256))];

  it('are read', () => {
    const salt = write(0xa2, writeInteger(32));
    expect(read(hash, mgf, salt)).toEqual({ kind: 'pss', hash: 'SHA-256', saltLength: 32, history: false });
    expect(read(hash, mgf)).toMatchObject({ kind: 'pss', saltLength: 20 });
    expect(read(hash, mgf, salt, write(0xa3, writeInteger(1)))).toMatchObject({ kind: 'pss' });
  });

  it.each<[string, Uint8Array[]]>([
    ['another hash for the mask', [hash, write(0xa1, mgf1(sha384))]],
    ['the default hash for the mask', [hash]],
    ['another mask function', [hash, write(0xa1, mgf1(sha256, '1.2.3'))]],
    ['another trailer', [hash, mgf, write(0xa3, writeInteger(2))]],
  ])('are refused with %s', (_, params) => {
    expect(read(...params).kind).toBe('refused');
  });

  it.each<[string, Uint8Array[]]>([
    ['a negative salt', [hash, mgf, write(0xa2, Uint8Array.of(2, 1, 0xff))]],
    ['an enormous salt', [hash, mgf, write(0xa2, writeInteger(513))]],
    ['something after them', [hash, mgf, Uint8Array.of(5, 0)]],
    ['two salts', [hash, mgf, write(0xa2, writeInteger(32), writeInteger(32))]],
  ])('can’t be read with %s', (_, params) => {
    expect(() => read(...params)).toThrow();
  });
});
