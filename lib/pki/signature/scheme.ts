import { DerError } from '../der/der-error';
import type { DerReader, Tlv } from '../der/reader';
import { readNumber, readOid, tags } from '../der/values';
import { algorithmName, oids } from '../oids';

/** SHA-1 and MD5 are broken: a scheme carries them only where a caller judges history. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-1' | 'MD5';

/**
 * How a signature is to be checked; `refused` names an algorithm that is not accepted, too weak or not to be had.
 * `history`: weak algorithms and short RSA keys are judged as they were at their time, not refused.
 */
export type Scheme =
  | { readonly kind: 'rsa'; readonly hash: HashName; readonly history: boolean }
  | { readonly kind: 'pss'; readonly hash: HashName; readonly saltLength: number; readonly history: boolean }
  | { readonly kind: 'ecdsa'; readonly hash: HashName; readonly history: boolean }
  | { readonly kind: 'refused'; readonly name: string };

export interface SchemeOptions {
  /** Judge SHA-1 (RSA, PSS, ECDSA), MD5 (RSA) and RSA with 1024 bits too. Never for an order that is signed today. */
  readonly history?: boolean;
}

const HASHES: Readonly<Record<string, HashName>> = {
  [oids.sha256]: 'SHA-256',
  [oids.sha384]: 'SHA-384',
  [oids.sha512]: 'SHA-512',
  [oids.sha1]: 'SHA-1',
  [oids.md5]: 'MD5',
};

const FIXED: Readonly<Record<string, { readonly kind: 'rsa' | 'ecdsa'; readonly hash: HashName }>> = {
  [oids.rsaSha256]: { kind: 'rsa', hash: 'SHA-256' },
  [oids.rsaSha384]: { kind: 'rsa', hash: 'SHA-384' },
  [oids.rsaSha512]: { kind: 'rsa', hash: 'SHA-512' },
  '1.2.840.113549.1.1.5': { kind: 'rsa', hash: 'SHA-1' },
  '1.2.840.113549.1.1.4': { kind: 'rsa', hash: 'MD5' },
  [oids.ecdsaSha256]: { kind: 'ecdsa', hash: 'SHA-256' },
  [oids.ecdsaSha384]: { kind: 'ecdsa', hash: 'SHA-384' },
  [oids.ecdsaSha512]: { kind: 'ecdsa', hash: 'SHA-512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', hash: 'SHA-1' },
};

/** The accepted hash that an AlgorithmIdentifier names, or its name where it isn't accepted. */
export function readHash(
  algorithm: Tlv,
  options: SchemeOptions = {},
): HashName | { readonly refused: string } {
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  const hash = HASHES[oid];
  if (hash === undefined || !isAccepted(hash, options)) return { refused: algorithmName(oid) };
  absentOrNull(reader);
  return hash;
}

/**
 * Reads a signature's AlgorithmIdentifier. `digest` is the hash that a CMS SignerInfo names apart: plain rsaEncryption
 * takes its hash from there, and any other algorithm must agree with it.
 */
export function readScheme(
  algorithm: Tlv,
  digest: HashName | null = null,
  options: SchemeOptions = {},
): Scheme {
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  const scheme = oid === oids.pss ? readPss(reader, options) : fixedScheme(oid, reader, digest, options);
  if (digest !== null && scheme.kind !== 'refused' && scheme.hash !== digest) {
    return { kind: 'refused', name: `${scheme.hash} ≠ ${digest}` };
  }
  return scheme;
}

function isAccepted(hash: HashName, { history = false }: SchemeOptions): boolean {
  return history || (hash !== 'SHA-1' && hash !== 'MD5');
}

function fixedScheme(
  oid: string,
  reader: DerReader,
  digest: HashName | null,
  options: SchemeOptions,
): Scheme {
  const found = oid === oids.rsa && digest !== null ? { kind: 'rsa' as const, hash: digest } : FIXED[oid];
  if (!found || !isAccepted(found.hash, options)) return { kind: 'refused', name: algorithmName(oid) };
  absentOrNull(reader);
  return { ...found, history: options.history ?? false };
}

/** RSASSA-PSS-params (RFC 4055 3.1); what isn't written out is SHA-1, a salt of 20 octets and trailer 1. */
function readPss(reader: DerReader, options: SchemeOptions): Scheme {
  const params = reader.next(tags.sequence).reader();
  reader.finish();
  const hash = readPssHash(explicit(params, 0xa0), options);
  if (typeof hash !== 'string') return { kind: 'refused', name: hash.refused };
  const mgf = readMgfHash(explicit(params, 0xa1), options);
  if (typeof mgf !== 'string') return { kind: 'refused', name: mgf.refused };
  const salt = explicit(params, 0xa2);
  const trailer = explicit(params, 0xa3);
  params.finish();
  const saltLength = salt === null ? 20 : readNumber(salt);
  if (!(saltLength >= 0 && saltLength <= 512)) throw new DerError('PSS salt length out of range');
  if (mgf !== hash) return { kind: 'refused', name: 'PSS with two hashes' };
  // WebCrypto knows no MD5, and MD5 was never used with PSS.
  if (hash === 'MD5') return { kind: 'refused', name: 'PSS with MD5' };
  if (trailer !== null && readNumber(trailer) !== 1)
    return { kind: 'refused', name: 'PSS with another trailer' };
  return { kind: 'pss', hash, saltLength, history: options.history ?? false };
}

function readPssHash(algorithm: Tlv | null, options: SchemeOptions) {
  if (algorithm !== null) return readHash(algorithm, options);
  return isAccepted('SHA-1', options) ? 'SHA-1' : { refused: 'PSS with SHA-1' };
}

function readMgfHash(algorithm: Tlv | null, options: SchemeOptions) {
  if (algorithm === null) return readPssHash(null, options);
  const mgf = algorithm.reader();
  if (readOid(mgf.next(tags.oid)) !== oids.mgf1) return { refused: 'PSS without MGF1' };
  const hash = mgf.next(tags.sequence);
  mgf.finish();
  return readHash(hash, options);
}

/** The one element inside an explicit tag; null where the tag is absent. */
function explicit(reader: DerReader, tag: number): Tlv | null {
  const wrapper = reader.optional(tag);
  if (wrapper === null) return null;
  const inner = wrapper.reader();
  const tlv = inner.next();
  inner.finish();
  return tlv;
}

/** The parameters of an algorithm that has none: NULL, or left out. */
export function absentOrNull(reader: DerReader): void {
  if (reader.tag === tags.null && reader.next().content.length > 0) throw new DerError('NULL with content');
  reader.finish();
}
