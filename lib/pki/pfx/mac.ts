import { hmac } from '@noble/hashes/hmac.js';
import { CountersignError } from '@/lib/base';
import { DerError } from '../der/der-error';
import type { Bytes, Tlv } from '../der/reader';
import { readOctets, readOid, tags } from '../der/values';
import { algorithmName, oids } from '../oids';
import {
  ownDerivation,
  pbkdf2Derivation,
  readHmac,
  readIterations,
  readPbkdf2,
  type Derivation,
} from './derivation';
import { pfxHashes, type PfxHash } from './pfx-hashes';
import { kdfPurpose } from './pkcs12-kdf';

const PBMAC1 = '1.2.840.113549.1.5.14';
const HASHES: Readonly<Record<string, PfxHash>> = {
  [oids.sha1]: 'sha1',
  [oids.sha224]: 'sha224',
  [oids.sha256]: 'sha256',
  [oids.sha384]: 'sha384',
  [oids.sha512]: 'sha512',
};
/** RFC 9879 9: shorter keys are to be refused; none longer than a hash has a use. */
const MIN_MAC_KEY = 20;
const MAX_MAC_KEY = 64;

/** How a file proves that a holder of the password wrote it (RFC 7292 4, RFC 9879). */
export interface Mac {
  readonly derivation: Derivation;
  /** Whether `content` is what was written; `key` is what the derivation gave. */
  fits(key: Bytes, content: Bytes): boolean;
}

/** Reads MacData. Throws DerError, and `pfx/unsupported-algorithm` with its name. */
export function readMac(macData: Tlv): Mac {
  const reader = macData.reader();
  const digestInfo = reader.next(tags.sequence).reader();
  const algorithm = digestInfo.next(tags.sequence);
  const expected = readOctets(digestInfo.next());
  digestInfo.finish();
  const salt = readOctets(reader.next());
  const count = reader.optional(tags.integer);
  reader.finish();
  const { hash, derivation } = readAlgorithm(algorithm, salt, count);
  return {
    derivation,
    fits: (key, content) => equalInConstantTime(expected, hmac(pfxHashes[hash], key, content)),
  };
}

function readAlgorithm(algorithm: Tlv, salt: Bytes, count: Tlv | null) {
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  // PBMAC1 has salt and rounds of its own; those of MacData then mean nothing (RFC 9879 3).
  if (oid === PBMAC1) {
    const params = reader.next(tags.sequence);
    reader.finish();
    return readPbmac1(params);
  }
  const hash = HASHES[oid];
  if (!hash) throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  reader.optional(tags.null);
  reader.finish();
  const settings = { salt, iterations: count === null ? 1 : readIterations(count) };
  const outputs = [[kdfPurpose.mac, pfxHashes[hash].outputLen] as const];
  return { hash, derivation: ownDerivation(hash, outputs, settings) };
}

function readPbmac1(tlv: Tlv): { hash: PfxHash; derivation: Derivation } {
  const params = tlv.reader();
  const derivation = readPbkdf2(params.next(tags.sequence));
  const hash = readHmac(params.next(tags.sequence));
  params.finish();
  const length = derivation.keyLength;
  if (length === null || !(length >= MIN_MAC_KEY && length <= MAX_MAC_KEY))
    throw new DerError('PBMAC1 key length');
  return { hash, derivation: pbkdf2Derivation(derivation, length) };
}

function equalInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}
