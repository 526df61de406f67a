import { hmac } from '@noble/hashes/hmac.js';
import { utf8 } from '@/lib/base';
import type { Bytes } from '../der/reader';
import { concat, tags } from '../der/values';
import { DER_NULL, write, writeInteger, writeOctets, writeOid, writeSequence } from '../der/writer';
import { passwordForms } from '../pfx/password';
import { pfxHashes, type PfxHash } from '../pfx/pfx-hashes';
import { kdfPurpose, pkcs12Kdf } from '../pfx/pkcs12-kdf';
import { toBer } from './to-ber';

// Writes PFX files of any shape, good or bad, for tests; what it writes well, OpenSSL opens.

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const BAG = '1.2.840.113549.1.12.10.1.';
export const TEST_PASSWORD = 'Pässwort-1';

const HASHES: Readonly<Record<PfxHash, readonly [digest: string, hmac: string, webCrypto: string]>> = {
  sha1: ['1.3.14.3.2.26', '1.2.840.113549.2.7', 'SHA-1'],
  sha224: ['2.16.840.1.101.3.4.2.4', '1.2.840.113549.2.8', ''],
  sha256: ['2.16.840.1.101.3.4.2.1', '1.2.840.113549.2.9', 'SHA-256'],
  sha384: ['2.16.840.1.101.3.4.2.2', '1.2.840.113549.2.10', 'SHA-384'],
  sha512: ['2.16.840.1.101.3.4.2.3', '1.2.840.113549.2.11', 'SHA-512'],
};

/** One attribute of a bag, with any number of values. */
export function testAttribute(oid: string, ...values: readonly Uint8Array[]): Bytes {
  return writeSequence(writeOid(oid), write(tags.set, ...values));
}

export const localKeyId = (...id: readonly number[]) =>
  testAttribute('1.2.840.113549.1.9.21', writeOctets(Uint8Array.from(id)));

export const friendlyName = (name: string) =>
  testAttribute('1.2.840.113549.1.9.20', write(tags.bmpString, bmp(name)));

const bmp = (text: string) =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 0xff]));

/** A bag by the last arc of its type; more attributes than none make a SET. */
export function testBag(arc: number, value: Uint8Array, attributes: readonly Uint8Array[] = []): Bytes {
  const set = attributes.length === 0 ? [] : [write(tags.set, ...attributes)];
  return writeSequence(writeOid(`${BAG}${arc}`), write(0xa0, value), ...set);
}

export const keyBag = (info: Uint8Array, attributes?: readonly Uint8Array[]) => testBag(1, info, attributes);

export function certificateBag(der: Uint8Array, attributes?: readonly Uint8Array[]): Bytes {
  const value = writeSequence(writeOid('1.2.840.113549.1.9.22.1'), write(0xa0, writeOctets(der)));
  return testBag(3, value, attributes);
}

export async function shroudedBag(info: Uint8Array, attributes?: readonly Uint8Array[]): Promise<Bytes> {
  const { algorithm, data } = await encrypt(info);
  return testBag(2, writeSequence(algorithm, writeOctets(data)), attributes);
}

export const safeBag = (bags: readonly Uint8Array[]) => testBag(6, writeSequence(...bags));

export function openPart(bags: readonly Uint8Array[], ber = false): Bytes {
  return contentInfo(DATA, writeOctets(encoded(writeSequence(...bags), ber)));
}

export async function encryptedPart(bags: readonly Uint8Array[], options: Encryption = {}): Promise<Bytes> {
  const { algorithm, data } = await encrypt(encoded(writeSequence(...bags), options.ber === true), options);
  const info = writeSequence(writeOid(DATA), algorithm, write(0x80, data));
  return contentInfo(ENCRYPTED_DATA, writeSequence(writeInteger(0), info));
}

export interface Encryption {
  readonly password?: string;
  readonly prf?: PfxHash;
  readonly iterations?: number;
  /** DER of the rounds, instead of a small number. */
  readonly count?: Uint8Array;
  readonly ber?: boolean;
}

/** PBES2 with AES-256, as OpenSSL 3, Java and Windows write it. */
async function encrypt(
  plain: Uint8Array,
  options: Encryption = {},
): Promise<{ algorithm: Bytes; data: Bytes }> {
  const { password = TEST_PASSWORD, prf = 'sha256', iterations = 2 } = options;
  const [salt, iv] = [testOctets(16, 7), testOctets(16, 9)];
  const [, hmacOid, hash] = HASHES[prf];
  const secret = await crypto.subtle.importKey('raw', utf8(password), 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash, salt, iterations };
  const key = await crypto.subtle.deriveKey(derivation, secret, { name: 'AES-CBC', length: 256 }, false, [
    'encrypt',
  ]);
  const data = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, new Uint8Array(plain)),
  );
  const algorithm = writeSequence(
    writeOid('1.2.840.113549.1.5.13'),
    writeSequence(
      pbkdf2(hmacOid, salt, options.count ?? writeInteger(iterations), null),
      writeSequence(writeOid('2.16.840.1.101.3.4.1.42'), writeOctets(iv)),
    ),
  );
  return { algorithm, data };
}

function pbkdf2(hmacOid: string, salt: Uint8Array, count: Uint8Array, keyLength: Uint8Array | null): Bytes {
  const length = keyLength === null ? [] : [keyLength];
  const prf = writeSequence(writeOid(hmacOid), DER_NULL);
  return writeSequence(
    writeOid('1.2.840.113549.1.5.12'),
    writeSequence(writeOctets(salt), count, ...length, prf),
  );
}

export interface MacOptions {
  readonly password?: string;
  readonly hash?: PfxHash;
  /** DER of the rounds; null leaves them out, which means one. */
  readonly count?: Uint8Array | null;
  readonly iterations?: number;
  /** PBMAC1 (RFC 9879) instead of PKCS #12's own: DER of the key length, null to leave it out, and the salt. */
  readonly pbmac1?: { readonly keyLength: Uint8Array | null; readonly salt?: Uint8Array };
}

export interface PfxShape {
  readonly mac?: MacOptions | null;
  /** Indefinite lengths and split octet strings throughout the envelope. */
  readonly ber?: boolean;
  /** More elements at the end of the outermost structure. */
  readonly extra?: readonly Uint8Array[];
}

export async function makePfx(parts: readonly Uint8Array[], shape: PfxShape = {}): Promise<Bytes> {
  const { mac = {}, ber = false, extra = [] } = shape;
  const safe = encoded(writeSequence(...parts), ber);
  const proof = mac === null ? [] : [await macData(safe, mac)];
  const whole = writeSequence(writeInteger(3), contentInfo(DATA, writeOctets(safe)), ...proof, ...extra);
  return encoded(whole, ber);
}

async function macData(content: Bytes, options: MacOptions): Promise<Bytes> {
  const { password = TEST_PASSWORD, hash = 'sha256', iterations = 2, pbmac1 } = options;
  const count = options.count === undefined ? writeInteger(iterations) : options.count;
  const rounds = count === null ? 1 : iterations;
  const salt = testOctets(8, 3);
  const [digestOid, hmacOid, webCrypto] = HASHES[hash];
  const [form] = passwordForms(password);
  if (!form) throw new Error('a password has a form');
  if (!pbmac1) {
    const length = pfxHashes[hash].outputLen;
    const key = pkcs12Kdf(hash, kdfPurpose.mac, form.bmp, { salt, iterations: rounds }, length);
    const algorithm = writeSequence(writeOid(digestOid), DER_NULL);
    const digest = writeOctets(hmac(pfxHashes[hash], key, content));
    return writeSequence(
      writeSequence(algorithm, digest),
      writeOctets(salt),
      ...(count === null ? [] : [count]),
    );
  }
  const own = pbmac1.salt ?? salt;
  const secret = await crypto.subtle.importKey('raw', form.utf8, 'PBKDF2', false, ['deriveBits']);
  const derivation = { name: 'PBKDF2', hash: webCrypto, salt: new Uint8Array(own), iterations: rounds };
  // A length that no honest file has gets a key of 32 octets: the file is to be refused before that shows.
  const said = pbmac1.keyLength?.at(-1) ?? 32;
  const bits = (said >= 1 && said <= 64 ? said : 32) * 8;
  const key = new Uint8Array(await crypto.subtle.deriveBits(derivation, secret, bits));
  const params = writeSequence(
    pbkdf2(hmacOid, own, count ?? writeInteger(1), pbmac1.keyLength),
    writeSequence(writeOid(hmacOid), DER_NULL),
  );
  const algorithm = writeSequence(writeOid('1.2.840.113549.1.5.14'), params);
  const digest = writeOctets(hmac(pfxHashes[hash], key, content));
  return writeSequence(writeSequence(algorithm, digest), writeOctets(utf8('NOT USED')), writeInteger(1));
}

function contentInfo(type: string, content: Uint8Array): Bytes {
  return writeSequence(writeOid(type), write(0xa0, content));
}

function encoded(der: Bytes, ber: boolean): Bytes {
  return ber ? toBer(der) : der;
}

function testOctets(length: number, seed: number): Bytes {
  return concat(Uint8Array.from({ length }, (_, i) => (i * 37 + seed) & 0xff));
}
