import type { Bytes } from '../der/reader';
import { tags } from '../der/values';
import { write, writeInteger, writeOctets, writeOid, writeSequence } from '../der/writer';
import type { TestExtension } from './make-certificate';

const ascii = (text: string) => new TextEncoder().encode(text);
const ANY = { critical: true } as const;

/** GeneralNames, as subjectAltName and name constraints hold them. */
export const generalName = Object.freeze({
  email: (text: string) => write(0x81, ascii(text)),
  dns: (text: string) => write(0x82, ascii(text)),
  uri: (text: string) => write(0x86, ascii(text)),
  ip: (...octets: readonly number[]) => write(0x87, Uint8Array.from(octets)),
  directory: (name: Bytes) => write(0xa4, name),
  other: () => write(0xa0, writeOid('1.2.3.4'), write(0xa0, Uint8Array.of(5, 0))),
});

/** One extension each, with the criticality that conforming CAs give it. */
export const testExtensions = Object.freeze({
  policies: (...policies: readonly string[]): TestExtension => ({
    oid: '2.5.29.32',
    value: writeSequence(...policies.map((policy) => writeSequence(writeOid(policy)))),
  }),
  mappings: (...pairs: readonly (readonly [string, string])[]): TestExtension => ({
    ...ANY,
    oid: '2.5.29.33',
    value: writeSequence(...pairs.map(([from, to]) => writeSequence(writeOid(from), writeOid(to)))),
  }),
  policyConstraints: (explicit: number | null, mapping: number | null): TestExtension => ({
    ...ANY,
    oid: '2.5.29.36',
    value: writeSequence(...skip(0x80, explicit), ...skip(0x81, mapping)),
  }),
  inhibitAny: (count: number): TestExtension => ({ ...ANY, oid: '2.5.29.54', value: writeInteger(count) }),
  nameConstraints: (permitted: readonly Bytes[], excluded: readonly Bytes[] = []): TestExtension => ({
    ...ANY,
    oid: '2.5.29.30',
    value: writeSequence(...subtrees(0xa0, permitted), ...subtrees(0xa1, excluded)),
  }),
  altNames: (...names: readonly Bytes[]): TestExtension => ({
    oid: '2.5.29.17',
    value: writeSequence(...names),
  }),
  purposes: (...purposes: readonly string[]): TestExtension => ({
    oid: '2.5.29.37',
    value: writeSequence(...purposes.map(writeOid)),
  }),
  /** `bits` from the left, as RFC 5280 4.2.1.3 numbers them. */
  keyUsage: (...bits: readonly number[]): TestExtension => {
    const octet = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0);
    const unused = octet === 0 ? 0 : 31 - Math.clz32(octet & -octet);
    return {
      ...ANY,
      oid: '2.5.29.15',
      value: write(tags.bitString, octet === 0 ? Uint8Array.of(0) : Uint8Array.of(unused, octet)),
    };
  },
  basicConstraints: (ca: boolean, pathLength?: number): TestExtension => ({
    ...ANY,
    oid: '2.5.29.19',
    value: writeSequence(
      ...(ca ? [Uint8Array.of(1, 1, 0xff)] : []),
      ...(pathLength === undefined ? [] : [writeInteger(pathLength)]),
    ),
  }),
  subjectKeyId: (octet: number): TestExtension => ({
    oid: '2.5.29.14',
    value: writeOctets(Uint8Array.of(octet)),
  }),
  authorityKeyId: (octet: number): TestExtension => ({
    oid: '2.5.29.35',
    value: writeSequence(write(0x80, Uint8Array.of(octet))),
  }),
});

function skip(tag: number, count: number | null): Bytes[] {
  return count === null ? [] : [write(tag, Uint8Array.of(count))];
}

function subtrees(tag: number, bases: readonly Bytes[]): Bytes[] {
  return bases.length === 0 ? [] : [write(tag, ...bases.map((base) => writeSequence(base)))];
}
