import { sha256 } from '@noble/hashes/sha2.js';
import { x509Of } from '../certificate/x509';
import type { Bytes } from '../der/reader';
import { concat, tags } from '../der/values';
import {
  write,
  writeInteger,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
  writeTime,
} from '../der/writer';
import type { Certificate } from '../types';
import { TEST_NOW } from './make-certificate';

export const DATA = '1.2.840.113549.1.7.1';
export const CONTENT_TYPE = '1.2.840.113549.1.9.3';
export const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
export const SIGNING_TIME = '1.2.840.113549.1.9.5';

const SHA256 = writeSequence(writeOid('2.16.840.1.101.3.4.2.1'));
const ECDSA_SHA256 = writeSequence(writeOid('1.2.840.10045.4.3.2'));

export function attribute(oid: string, ...values: readonly Uint8Array[]): Bytes {
  return writeSequence(writeOid(oid), writeSetOf(values));
}

/** The attributes of a good message over `content`. */
export function goodAttributes(content: Uint8Array): Bytes[] {
  return [
    attribute(CONTENT_TYPE, writeOid(DATA)),
    attribute(MESSAGE_DIGEST, writeOctets(sha256(content))),
    attribute(SIGNING_TIME, writeTime(TEST_NOW)),
  ];
}

/** What a test may bend about a message; each default makes a good one. */
export interface MessageOptions {
  readonly content: Uint8Array;
  readonly certificate: Certificate;
  readonly key: CryptoKeyPair;
  readonly attributes?: readonly Uint8Array[] | null;
  /** The attributes' octets as they are sent, under tag [0]; by default the sorted `attributes`. */
  readonly rawAttributes?: Uint8Array;
  readonly certificates?: readonly Certificate[];
  readonly signerId?: Uint8Array;
  readonly digestAlgorithm?: Uint8Array;
  readonly signatureAlgorithm?: Uint8Array;
  readonly signature?: (signature: Bytes) => Uint8Array;
  readonly eContentType?: string;
  readonly eContent?: readonly Uint8Array[];
  readonly unsigned?: Uint8Array;
  readonly signers?: number;
  readonly version?: number;
  readonly outerType?: string;
}

/** Makes a SignedData message by hand, with whatever flaw a test needs. */
export async function makeMessage(options: MessageOptions): Promise<Bytes> {
  const {
    content,
    certificate,
    key,
    attributes = goodAttributes(content),
    signature = (bytes) => bytes,
  } = options;
  const sent = options.rawAttributes ?? (attributes === null ? null : writeSetOf(attributes, 0xa0));
  const toBeSigned = sent === null ? content : concat(Uint8Array.of(tags.set), sent.subarray(1));
  const raw = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    key.privateKey,
    new Uint8Array(toBeSigned),
  );
  const id =
    options.signerId ?? writeSequence(x509Of(certificate).issuer.der, writeSerial(certificate.serial));
  const isKeyId = id[0] === 0x80;
  const signerInfo = writeSequence(
    writeInteger(isKeyId ? 3 : 1),
    id,
    options.digestAlgorithm ?? SHA256,
    ...(sent === null ? [] : [sent]),
    options.signatureAlgorithm ?? ECDSA_SHA256,
    writeOctets(signature(derSignature(new Uint8Array(raw)))),
    ...(options.unsigned ? [options.unsigned] : []),
  );
  const { certificates = [certificate], eContent = [writeOctets(content)] } = options;
  const signedData = writeSequence(
    writeInteger(options.version ?? (isKeyId || options.eContentType !== undefined ? 3 : 1)),
    writeSetOf([options.digestAlgorithm ?? SHA256]),
    writeSequence(
      writeOid(options.eContentType ?? DATA),
      ...(eContent.length === 0 ? [] : [write(0xa0, ...eContent)]),
    ),
    ...(certificates.length === 0 ? [] : [write(0xa0, ...certificates.map(({ der }) => der))]),
    write(tags.set, ...Array.from({ length: options.signers ?? 1 }, () => signerInfo)),
  );
  return writeSequence(writeOid(options.outerType ?? '1.2.840.113549.1.7.2'), write(0xa0, signedData));
}

export function writeSerial(serialHex: string): Bytes {
  return write(
    tags.integer,
    Uint8Array.from(serialHex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  );
}

/** ECDSA-Sig-Value of WebCrypto's r ‖ s. */
export function derSignature(raw: Bytes): Bytes {
  const half = raw.length / 2;
  const integers = [raw.subarray(0, half), raw.subarray(half)].map((value) => {
    const from = Math.max(
      0,
      value.findIndex((byte) => byte !== 0),
    );
    const minimal = value.subarray(from);
    return write(tags.integer, (minimal[0] as number) >= 0x80 ? concat(Uint8Array.of(0), minimal) : minimal);
  });
  return writeSequence(...integers);
}
