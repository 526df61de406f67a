import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '@/lib/base';
import type { Bytes } from '../der/reader';
import { concat, tags } from '../der/values';
import { write, writeInteger, writeSequence } from '../der/writer';
import { bigOf, fixedOctets, P256_ORDER } from '../testing/big-octets';
import { derEcdsa } from './der-ecdsa';
import { verifySignature } from './verify-signature';

const SCHEME = { kind: 'ecdsa', hash: 'SHA-256', history: false } as const;
const message = utf8('26X100208');
let spki: Bytes;
let raw: Bytes;

beforeAll(async () => {
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  spki = new Uint8Array(await crypto.subtle.exportKey('spki', key.publicKey));
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  raw = new Uint8Array(await crypto.subtle.sign(algorithm, key.privateKey, message));
});

const verdict = async (signature: Bytes) => (await verifySignature(SCHEME, spki, message, signature)).kind;
const integer = (octets: Uint8Array) => write(tags.integer, octets);
/** As an INTEGER of fixed width with a leading zero, however many it needs. */
const padded = (octets: Uint8Array) => integer(concat(new Uint8Array(2), octets));
const [r, s] = [() => raw.subarray(0, 32), () => raw.subarray(32)];
const good = () => derEcdsa(raw);
const minimal = (octets: Uint8Array) =>
  derEcdsa(concat(octets, octets)).subarray(2, 2 + (derEcdsa(concat(octets, octets)).length - 2) / 2);
const ZERO = writeInteger(0);
const ORDER = integer(concat(Uint8Array.of(0), fixedOctets(P256_ORDER, 32)));
/** s − 2²⁵⁶ or s − 2²⁶⁴: the same octets as s, read as a negative number. */
const negative = (octets: Uint8Array) =>
  integer((octets[0] as number) >= 0x80 ? octets : concat(Uint8Array.of(0xff), octets));

const forms: readonly [string, () => Bytes][] = [
  ['r = 0', () => writeSequence(ZERO, minimal(s()))],
  ['s = 0', () => writeSequence(minimal(r()), ZERO)],
  ['r = s = 0', () => writeSequence(ZERO, ZERO)],
  ['r = s = 1', () => writeSequence(writeInteger(1), writeInteger(1))],
  ['r = n', () => writeSequence(ORDER, minimal(s()))],
  ['s = n', () => writeSequence(minimal(r()), ORDER)],
  [
    's + n',
    () => writeSequence(minimal(r()), integer(concat(Uint8Array.of(0), big(bigOf(s()) + P256_ORDER)))),
  ],
  ['r negative', () => writeSequence(negative(r()), minimal(s()))],
  ['s negative', () => writeSequence(minimal(r()), negative(s()))],
  ['r padded', () => writeSequence(padded(r()), minimal(s()))],
  ['s padded', () => writeSequence(minimal(r()), padded(s()))],
  ['trailing octets', () => concat(good(), Uint8Array.of(0))],
  ['trailing octets inside', () => writeSequence(minimal(r()), minimal(s()), Uint8Array.of(5, 0))],
  ['raw 64 octets', () => raw],
  ['nothing', () => new Uint8Array(0)],
  ['an empty sequence', () => writeSequence()],
  ['one number', () => writeSequence(minimal(r()))],
  ['an empty INTEGER', () => writeSequence(integer(new Uint8Array(0)), minimal(s()))],
  ['a length in more octets', () => concat(Uint8Array.of(0x30, 0x81), good().subarray(1))],
  ['an indefinite length', () => concat(Uint8Array.of(0x30, 0x80), good().subarray(2), new Uint8Array(2))],
  ['OCTET STRINGs', () => writeSequence(write(tags.octetString, r()), write(tags.octetString, s()))],
  ['r and s swapped', () => writeSequence(minimal(s()), minimal(r()))],
];

function big(value: bigint): Bytes {
  return fixedOctets(value, 33);
}

describe('attacks.md 29: forms of an ECDSA signature', () => {
  it.each(forms)('%s', async (_, form) => {
    expect(await verdict(form())).toBe('bad');
    expect(await verdict(good())).toBe('good');
    expect(await verdict(writeSequence(minimal(r()), minimal(s())))).toBe('good');
  });

  it('that WebCrypto itself would take, are not: r ‖ s stands in no certificate and no message', async () => {
    const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ]);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    expect(await crypto.subtle.verify(algorithm, key, raw, message)).toBe(true);
    expect(await verdict(raw)).toBe('bad');
  });
});
