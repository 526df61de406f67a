import { parseCertificate } from '../certificate/parse-certificate';
import type { Bytes } from '../der/reader';
import { tags } from '../der/values';
import { write, writeInteger, writeOctets, writeOid, writeSequence, writeTime } from '../der/writer';
import type { Certificate } from '../types';
import { derSignature } from './make-message';

export const ECDSA_SHA256 = writeSequence(writeOid('1.2.840.10045.4.3.2'));
const EC_KEY = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' };

export const TEST_FROM = Date.UTC(2026, 0, 1);
export const TEST_NOW = Date.UTC(2026, 5, 1);
export const TEST_UNTIL = Date.UTC(2027, 0, 1);

export interface TestExtension {
  readonly oid: string;
  readonly critical?: boolean;
  readonly value: Uint8Array;
}

export interface TestCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly key: CryptoKeyPair;
  readonly issuerKey: CryptoKeyPair;
  readonly extensions?: readonly TestExtension[];
  readonly subjectSerial?: string;
  /** DER of the whole names, instead of a common name each. */
  readonly subjectName?: Uint8Array;
  readonly issuerName?: Uint8Array;
  /** 1, 2 or 3. */
  readonly version?: number;
  readonly serial?: number;
  /** Content octets of the serial number, instead of a small number. */
  readonly serialOctets?: Uint8Array;
  readonly from?: number;
  readonly until?: number;
}

export function testKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(EC_KEY, true, ['sign', 'verify']);
}

export function testName(commonName: string, serialNumber?: string): Bytes {
  const attribute = (oid: string, text: string) =>
    write(tags.set, writeSequence(writeOid(oid), write(tags.utf8String, new TextEncoder().encode(text))));
  const serial = serialNumber === undefined ? [] : [attribute('2.5.4.5', serialNumber)];
  return writeSequence(attribute('2.5.4.3', commonName), ...serial);
}

/** A CA's extensions: basicConstraints (with a path length, if given) and keyCertSign with cRLSign. */
export function caTestExtensions(pathLength?: number): TestExtension[] {
  const length = pathLength === undefined ? [] : [writeInteger(pathLength)];
  return [
    { oid: '2.5.29.19', critical: true, value: writeSequence(Uint8Array.of(1, 1, 0xff), ...length) },
    { oid: '2.5.29.15', critical: true, value: Uint8Array.of(3, 2, 1, 6) },
  ];
}

let serials = 1000;

/** Makes a certificate with any extensions a test needs, signed with ECDSA. */
export async function makeCertificate(options: TestCertificate): Promise<Certificate> {
  const { subject, issuer, key, issuerKey, extensions = [], subjectSerial } = options;
  const { serial = serials++, from = TEST_FROM, until = TEST_UNTIL, version = 3 } = options;
  const list = extensions.map(({ oid, critical = false, value }) =>
    writeSequence(writeOid(oid), ...(critical ? [Uint8Array.of(1, 1, 0xff)] : []), writeOctets(value)),
  );
  const tbs = writeSequence(
    ...(version === 1 ? [] : [write(0xa0, writeInteger(version - 1))]),
    options.serialOctets ? write(tags.integer, options.serialOctets) : writeInteger(serial),
    ECDSA_SHA256,
    options.issuerName ?? testName(issuer),
    writeSequence(writeTime(from), writeTime(until)),
    options.subjectName ?? testName(subject, subjectSerial),
    new Uint8Array(await crypto.subtle.exportKey('spki', key.publicKey)),
    ...(list.length === 0 ? [] : [write(0xa3, writeSequence(...list))]),
  );
  return parseCertificate(await signed(tbs, issuerKey));
}

/** Adds algorithm and ECDSA signature to what is to be signed. */
export async function signed(tbs: Bytes, key: CryptoKeyPair): Promise<Bytes> {
  const raw = new Uint8Array(await crypto.subtle.sign(SIGNATURE, key.privateKey, tbs));
  const signature = write(tags.bitString, Uint8Array.of(0), derSignature(raw));
  return writeSequence(tbs, ECDSA_SHA256, signature);
}
