import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '@/lib/base';
import type { Bytes } from '../der/reader';
import { concat } from '../der/values';
import { DER_NULL, writeOctets, writeOid, writeSequence } from '../der/writer';
import { bigOf, fixedOctets } from '../testing/big-octets';
import { hashes } from './hashes';
import type { HashName } from './scheme';
import { verifySignature } from './verify-signature';

const BYTES = 256;
const message = utf8('26X100208');
const OIDS = {
  'SHA-1': '1.3.14.3.2.26',
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
  MD5: '1.2.840.113549.2.5',
} as const;

interface RsaKey {
  readonly spki: Bytes;
  readonly n: bigint;
  readonly d: bigint;
}

async function rsaKey(...publicExponent: readonly number[]): Promise<RsaKey> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: BYTES * 8,
    publicExponent: Uint8Array.from(publicExponent),
  };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { n = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const number = (text: string) => bigOf(Buffer.from(text, 'base64url'));
  return {
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    n: number(n),
    d: number(d),
  };
}

let usual: RsaKey;
let cubic: RsaKey;
beforeAll(async () => {
  [usual, cubic] = [await rsaKey(1, 0, 1), await rsaKey(3)];
}, 60_000);

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** The private-key operation on any block at all. */
const signBlock = (block: Uint8Array, { n, d }: RsaKey) => fixedOctets(power(bigOf(block), d, n), BYTES);

function digestInfo(
  hash: keyof typeof OIDS,
  named: keyof typeof OIDS = hash,
  params: Uint8Array = DER_NULL,
): Bytes {
  return writeSequence(writeSequence(writeOid(OIDS[named]), params), writeOctets(hashes[hash](message)));
}

/** EMSA-PKCS1-v1_5 (RFC 8017 9.2), with what a test bends. */
function block(
  info: Uint8Array,
  bent: { type?: number; padding?: number; at?: number; lead?: number } = {},
): Bytes {
  const { type = 1, padding = 0xff, at, lead = 0 } = bent;
  const filled = new Uint8Array(BYTES - info.length - 3).fill(padding);
  if (at !== undefined) filled[at] = 0xfe;
  return concat(Uint8Array.of(lead, type), filled, Uint8Array.of(0), info);
}

async function verdict(key: RsaKey, signature: Bytes, hash: HashName = 'SHA-256', history = hash === 'MD5') {
  return (await verifySignature({ kind: 'rsa', hash, history }, key.spki, message, signature)).kind;
}

const shortened = (info: Uint8Array) =>
  concat(
    Uint8Array.of(0, 1),
    new Uint8Array(8).fill(0xff),
    Uint8Array.of(0),
    info,
    new Uint8Array(BYTES - info.length - 11),
  );

describe.each<'SHA-256' | 'MD5'>(['SHA-256', 'MD5'])(
  'attacks.md 31: PKCS #1 blocks made by hand, %s',
  (hash) => {
    const other = hash === 'MD5' ? 'SHA-256' : 'SHA-1';
    const info = digestInfo(hash);
    it.each<[string, Uint8Array]>([
      ['block type 2', block(info, { type: 2 })],
      ['block type 0', block(info, { type: 0, padding: 0 })],
      ['padding of other octets', block(info, { padding: 0x55 })],
      ['one octet of padding that is not FF', block(info, { at: 100 })],
      ['short padding, zeros after the hash', shortened(info)],
      ['no padding', concat(Uint8Array.of(0, 1, 0), info, new Uint8Array(BYTES - info.length - 3))],
      ['the OID of another hash', block(digestInfo(hash, other))],
      ['another hash', block(digestInfo(other))],
      ['no DigestInfo', block(hashes[hash](message))],
      ['parameters in place of NULL', block(digestInfo(hash, hash, writeOctets(Uint8Array.of(1))))],
      ['octets after the hash', block(concat(info, Uint8Array.of(0)))],
      ['a padded length', block(concat(Uint8Array.of(0x30, 0x81), info.subarray(1)))],
      ['zero', new Uint8Array(BYTES)],
    ])('%s', async (_, bent) => {
      expect(await verdict(usual, signBlock(bent, usual), hash)).toBe('bad');
      expect(await verdict(usual, signBlock(block(info), usual), hash)).toBe('good');
    });

    it('s + n, and other lengths', async () => {
      const signature = signBlock(block(info), usual);
      const plus = bigOf(signature) + usual.n;
      const forms = [
        fixedOctets(plus, plus >> 2048n ? BYTES + 1 : BYTES),
        concat(Uint8Array.of(0), signature),
        concat(signature, Uint8Array.of(0)),
        signature.subarray(1),
        signature.subarray(0, -1),
        new Uint8Array(0),
      ];
      for (const form of forms) expect(await verdict(usual, form, hash)).toBe('bad');
      expect(await verdict(usual, signature, hash)).toBe('good');
    });
  },
);

function cubeRoot(value: bigint): bigint {
  let [low, high] = [0n, 1n << 700n];
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** 3n <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** A number whose cube begins with `head`: no private key is needed for it. */
function cubeBeginning(head: Uint8Array): Bytes {
  const top = concat(head, new Uint8Array(BYTES - head.length).fill(0xff));
  return fixedOctets(cubeRoot(bigOf(top)), BYTES);
}

describe.each<'SHA-256' | 'MD5'>(['SHA-256', 'MD5'])(
  'attacks.md 30: forgeries with exponent 3, %s',
  (hash) => {
    const start = concat(Uint8Array.of(0, 1), new Uint8Array(8).fill(0xff), Uint8Array.of(0));
    it.each<[string, Uint8Array]>([
      ['garbage after the hash', concat(start, digestInfo(hash))],
      ['garbage after the hash, no padding', concat(Uint8Array.of(0, 1, 0), digestInfo(hash))],
      ['garbage in the parameters', concat(start, digestInfo(hash).subarray(0, 12))],
    ])('%s', async (_, head) => {
      const forged = cubeBeginning(head);
      // It is the forgery that lax readers took: its cube needs no reduction and begins as it should.
      expect(fixedOctets(bigOf(forged) ** 3n, BYTES).subarray(0, head.length)).toEqual(head);
      expect(await verdict(cubic, forged, hash)).toBe('bad');
      expect(await verdict(cubic, signBlock(block(digestInfo(hash)), cubic), hash)).toBe('good');
    });
  },
);

it('a public exponent of 1 verifies nothing', async () => {
  const at = usual.spki.length - 3;
  const one = concat(usual.spki.subarray(0, at), Uint8Array.of(0, 0, 1));
  const key = { ...usual, spki: one };
  expect(await verdict(key, block(digestInfo('SHA-256')))).not.toBe('good');
  expect(await verdict(usual, signBlock(block(digestInfo('SHA-256')), usual))).toBe('good');
});
