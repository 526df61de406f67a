import { CountersignError } from '@/lib/base';
import { reading } from '../der/der-error';
import type { Bytes } from '../der/reader';
import { DER_NULL, write, writeInteger, writeOid, writeSequence } from '../der/writer';
import { oids } from '../oids';
import type { Certificate } from '../types';
import { x509Of } from '../certificate/x509';
import { derEcdsa } from './der-ecdsa';
import { readPublicKey, type PublicKey } from './public-key';

export type SigningHash = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** What a signer with an RSA key makes; with an EC key the curve leaves no choice. */
export interface SignatureChoice {
  readonly name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS';
  /** PSS takes a salt as long as this hash. */
  readonly hash: SigningHash;
}

/** How signatures by one certificate's key stand in a message. */
export interface SigningScheme {
  readonly hash: SigningHash;
  /** AlgorithmIdentifier of the signature, in DER. */
  readonly identifier: Bytes;
  /**
   * The signature as the message carries it, from what WebCrypto or a token returned: RSA octets as they are, ECDSA's
   * r ‖ s as ECDSA-Sig-Value. Throws `signing/signature-malformed` where its length is another.
   */
  encode(signature: Uint8Array): Uint8Array;
}

const DEFAULT_CHOICE: SignatureChoice = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
/** The hash that goes with each curve, by WebCrypto's names. */
export const CURVE_HASHES = { 'P-256': 'SHA-256', 'P-384': 'SHA-384', 'P-521': 'SHA-512' } as const;

export const hashIdentifiers: Readonly<Record<SigningHash, Bytes>> = Object.freeze({
  'SHA-256': writeSequence(writeOid(oids.sha256)),
  'SHA-384': writeSequence(writeOid(oids.sha384)),
  'SHA-512': writeSequence(writeOid(oids.sha512)),
});
const RSA_IDENTIFIERS: Readonly<Record<SigningHash, Bytes>> = {
  'SHA-256': writeSequence(writeOid(oids.rsaSha256), DER_NULL),
  'SHA-384': writeSequence(writeOid(oids.rsaSha384), DER_NULL),
  'SHA-512': writeSequence(writeOid(oids.rsaSha512), DER_NULL),
};
const ECDSA_IDENTIFIERS: Readonly<Record<SigningHash, Bytes>> = {
  'SHA-256': writeSequence(writeOid(oids.ecdsaSha256)),
  'SHA-384': writeSequence(writeOid(oids.ecdsaSha384)),
  'SHA-512': writeSequence(writeOid(oids.ecdsaSha512)),
};
const SALT_LENGTHS: Readonly<Record<SigningHash, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };

/** Throws `certificate/unsupported-algorithm` where the certificate's key can't sign that way. */
export function signingScheme(certificate: Certificate, choice?: SignatureChoice): SigningScheme {
  const key = reading('certificate/malformed', () => readPublicKey(x509Of(certificate).spki));
  const refuse = (algorithm: string) =>
    new CountersignError('certificate/unsupported-algorithm', {
      subject: certificate.commonName,
      algorithm,
    });
  if (key.kind === 'other') throw refuse(key.name);
  if (key.kind === 'ec') {
    if (choice) throw refuse(`${choice.name} with ${key.curve}`);
    const hash = CURVE_HASHES[key.curve];
    return {
      hash,
      identifier: ECDSA_IDENTIFIERS[hash],
      encode: (signature) => derEcdsa(ofLength(signature, key.pointBytes * 2)),
    };
  }
  const { name, hash } = choice ?? defaultChoice(key);
  const isPss = name === 'RSA-PSS';
  if (key.pssOnly && !isPss) throw refuse('PKCS #1 with a PSS key');
  if (!fitsKey(key, hash)) throw refuse('PSS with other values than the key’s');
  return {
    hash,
    identifier: isPss ? pssIdentifier(hash) : RSA_IDENTIFIERS[hash],
    encode: (signature) => ofLength(signature, Math.ceil(key.bits / 8)),
  };
}

type RsaKey = Extract<PublicKey, { kind: 'rsa' }>;

function defaultChoice({ pssOnly, pssScheme }: RsaKey): SignatureChoice {
  if (!pssOnly) return DEFAULT_CHOICE;
  const hash = pssScheme?.kind === 'pss' ? pssScheme.hash : 'SHA-256';
  return { name: 'RSA-PSS', hash: hash === 'SHA-384' || hash === 'SHA-512' ? hash : 'SHA-256' };
}

/** RFC 4055 3.3: a key's own parameters bind its signatures. */
function fitsKey({ pssScheme }: RsaKey, hash: SigningHash): boolean {
  if (pssScheme === null) return true;
  return pssScheme.kind === 'pss' && pssScheme.hash === hash && pssScheme.saltLength <= SALT_LENGTHS[hash];
}

function ofLength(signature: Uint8Array, expected: number): Uint8Array {
  if (signature.length === expected) return signature;
  throw new CountersignError('signing/signature-malformed', { bytes: signature.length, expected });
}

/** RSASSA-PSS-params (RFC 4055 3.1), with the hash identifiers' NULL left out as in RFC 5754. */
function pssIdentifier(hash: SigningHash): Bytes {
  const params = writeSequence(
    write(0xa0, hashIdentifiers[hash]),
    write(0xa1, writeSequence(writeOid(oids.mgf1), hashIdentifiers[hash])),
    write(0xa2, writeInteger(SALT_LENGTHS[hash])),
  );
  return writeSequence(writeOid(oids.pss), params);
}
