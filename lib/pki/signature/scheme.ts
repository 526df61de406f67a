import { DerError } from '../der/der-error';
import type { DerReader, Tlv } from '../der/reader';
import { readNumber, readOid, tags } from '../der/values';
import { algorithmName, oids } from '../oids';

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** How a signature is to be checked; `refused` names an algorithm that is not accepted, too weak or not to be had. */
export type Scheme =
  | { readonly kind: 'rsa'; readonly hash: HashName }
  | { readonly kind: 'pss'; readonly hash: HashName; readonly saltLength: number }
  | { readonly kind: 'ecdsa'; readonly hash: HashName }
  | { readonly kind: 'refused'; readonly name: string };

const HASHES: Readonly<Record<string, HashName>> = {
  [oids.sha256]: 'SHA-256',
  [oids.sha384]: 'SHA-384',
  [oids.sha512]: 'SHA-512',
};

const FIXED: Readonly<Record<string, Scheme>> = {
  [oids.rsaSha256]: { kind: 'rsa', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', hash: 'SHA-512' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'SHA-512' },
};

/** The accepted hash that an AlgorithmIdentifier names, or its name where it isn't accepted. */
export function readHash(algorithm: Tlv): HashName | { readonly refused: string } {
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  absentOrNull(reader);
  return HASHES[oid] ?? { refused: algorithmName(oid) };
}

/**
 * Reads a signature's AlgorithmIdentifier. `digest` is the hash that a CMS SignerInfo names apart: plain rsaEncryption
 * takes its hash from there, and any other algorithm must agree with it.
 */
export function readScheme(algorithm: Tlv, digest: HashName | null = null): Scheme {
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  const scheme = oid === oids.pss ? readPss(reader) : fixedScheme(oid, reader, digest);
  if (digest !== null && scheme.kind !== 'refused' && scheme.hash !== digest) {
    return { kind: 'refused', name: `${scheme.hash} ≠ ${digest}` };
  }
  return scheme;
}

function fixedScheme(oid: string, reader: DerReader, digest: HashName | null): Scheme {
  if (oid === oids.rsa && digest !== null) {
    absentOrNull(reader);
    return { kind: 'rsa', hash: digest };
  }
  const scheme = FIXED[oid];
  if (!scheme) return { kind: 'refused', name: algorithmName(oid) };
  absentOrNull(reader);
  return scheme;
}

/** RSASSA-PSS-params (RFC 4055 3.1): the defaults are SHA-1, so everything that is accepted is written out. */
function readPss(reader: DerReader): Scheme {
  const params = reader.next(tags.sequence).reader();
  reader.finish();
  const hash =
    params.tag === 0xa0
      ? readHash(params.next().reader().next(tags.sequence))
      : { refused: 'PSS with SHA-1' };
  if (typeof hash !== 'string') return { kind: 'refused', name: hash.refused };
  const mgf = params.next(0xa1).reader().next(tags.sequence).reader();
  if (readOid(mgf.next(tags.oid)) !== oids.mgf1) return { kind: 'refused', name: 'PSS without MGF1' };
  if (readHash(mgf.next(tags.sequence)) !== hash) return { kind: 'refused', name: 'PSS with two hashes' };
  const saltLength = params.tag === 0xa2 ? readNumber(params.next().reader().next()) : 20;
  if (params.tag === 0xa3 && readNumber(params.next().reader().next()) !== 1) {
    return { kind: 'refused', name: 'PSS with another trailer' };
  }
  params.finish();
  if (!(saltLength >= 0 && saltLength <= 512)) throw new DerError('PSS salt length out of range');
  return { kind: 'pss', hash, saltLength };
}

function absentOrNull(reader: DerReader): void {
  if (reader.tag === tags.null && reader.next().content.length > 0) throw new DerError('NULL with content');
  reader.finish();
}
