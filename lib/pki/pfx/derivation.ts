import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { CountersignError } from '@/lib/base';
import { DerError } from '../der/der-error';
import type { Bytes, Tlv } from '../der/reader';
import { readNumber, readOctets, readOid, tags } from '../der/values';
import { algorithmName } from '../oids';
import type { Budget } from './budget';
import { pfxHashes, type PfxHash } from './pkcs12-kdf';

const PBKDF2 = '1.2.840.113549.1.5.12';
const HMACS: Readonly<Record<string, PfxHash>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const WEBCRYPTO: Readonly<Partial<Record<PfxHash, string>>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

export interface Pbkdf2Params {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly keyLength: number | null;
  readonly prf: PfxHash;
}

/** Reads an AlgorithmIdentifier that must be PBKDF2 (RFC 8018 A.2). */
export function readPbkdf2(algorithm: Tlv): Pbkdf2Params {
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  if (oid !== PBKDF2)
    throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  const params = reader.next(tags.sequence).reader();
  const salt = readOctets(params.next());
  const iterations = readNumber(params.next(tags.integer));
  const length = params.optional(tags.integer);
  const prf = params.optional(tags.sequence);
  params.finish();
  return {
    salt,
    iterations,
    keyLength: length === null ? null : readNumber(length),
    prf: prf === null ? 'sha1' : readHmac(prf),
  };
}

export function readHmac(algorithm: Tlv): PfxHash {
  const oid = readOid(algorithm.reader().next(tags.oid));
  const hash = HMACS[oid];
  if (!hash) throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  return hash;
}

/** PBKDF2 of `length` octets, after the budget allows its rounds. */
export async function derivePbkdf2(
  password: Bytes,
  params: Pbkdf2Params,
  length: number,
  budget: Budget,
): Promise<Bytes> {
  if (params.salt.length === 0) throw new DerError('no salt');
  budget.spend(params.iterations);
  const hash = WEBCRYPTO[params.prf];
  // WebCrypto has no SHA-224, and browsers differ on empty passwords.
  if (hash === undefined || password.length === 0) {
    return new Uint8Array(
      pbkdf2(pfxHashes[params.prf], password, params.salt, { c: params.iterations, dkLen: length }),
    );
  }
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const { salt, iterations } = params;
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash, salt, iterations }, key, length * 8),
  );
}

export function hmacOf(hash: PfxHash, key: Uint8Array, data: Uint8Array): Uint8Array {
  return hmac(pfxHashes[hash], key, data);
}
