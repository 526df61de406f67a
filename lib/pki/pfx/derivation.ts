import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { CountersignError } from '@/lib/base';
import { DerError } from '../der/der-error';
import type { Bytes, Tlv } from '../der/reader';
import { readNumber, readOctets, readOid, tags } from '../der/values';
import { algorithmName } from '../oids';
import { fixedOctets } from './fixed-octets';
import type { PasswordForm } from './password';
import { pfxHashes, type PfxHash } from './pfx-hashes';
import { pkcs12Kdf } from './pkcs12-kdf';

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

/** How octets come from the password: read first and added up, so that a file's demands are known before any is met. */
export interface Derivation {
  /** Hash rounds that `derive` does: iterations times blocks of output. May be Infinity, which no budget allows. */
  readonly rounds: number;
  /** The caller overwrites what it gets. */
  derive(password: PasswordForm): Promise<Bytes>;
}

/** A count of rounds. Throws DerError below one. */
export function readIterations(tlv: Tlv): number {
  const iterations = readNumber(tlv);
  if (!(iterations >= 1)) throw new DerError(`${iterations} rounds of key derivation`);
  return iterations;
}

interface OwnSettings {
  readonly salt: Bytes;
  readonly iterations: number;
}

/** PKCS #12's own derivation of one or more outputs, one after the other: [purpose, octets]. */
export function ownDerivation(
  hash: PfxHash,
  outputs: readonly (readonly [purpose: number, length: number])[],
  settings: OwnSettings,
): Derivation {
  const blocks = outputs.reduce((sum, [, length]) => sum + Math.ceil(length / pfxHashes[hash].outputLen), 0);
  return {
    rounds: settings.iterations * blocks,
    async derive({ bmp }) {
      const derived = fixedOctets(outputs.reduce((sum, [, length]) => sum + length, 0));
      let at = 0;
      for (const [purpose, length] of outputs) {
        const part = pkcs12Kdf(hash, purpose, bmp, settings, length);
        derived.set(part, at);
        part.fill(0);
        at += length;
      }
      return derived;
    },
  };
}

export interface Pbkdf2Params extends OwnSettings {
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
  reader.finish();
  const salt = readOctets(params.next());
  if (salt.length === 0) throw new DerError('no salt');
  const iterations = readIterations(params.next(tags.integer));
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
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  const hash = HMACS[oid];
  if (!hash) throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  reader.optional(tags.null);
  reader.finish();
  return hash;
}

export function pbkdf2Derivation({ prf, salt, iterations }: Pbkdf2Params, length: number): Derivation {
  const blocks = Math.ceil(length / pfxHashes[prf].outputLen);
  return {
    rounds: iterations * blocks,
    async derive({ utf8: password }) {
      const hash = WEBCRYPTO[prf];
      // WebCrypto has no SHA-224, and browsers differ on empty passwords.
      if (hash === undefined || password.length === 0)
        return new Uint8Array(pbkdf2(pfxHashes[prf], password, salt, { c: iterations, dkLen: length }));
      const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
      return new Uint8Array(
        await crypto.subtle.deriveBits({ name: 'PBKDF2', hash, salt, iterations }, key, length * 8),
      );
    },
  };
}
