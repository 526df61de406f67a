import { limits } from '@/lib/base';
import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';
import { fixedEcdsa, readPublicKey, type PublicKey } from './public-key';
import { verifyRsaMd5 } from './rsa-md5';
import type { Scheme } from './scheme';

type Accepted = Exclude<Scheme, { readonly kind: 'refused' }>;

/** Larger keys only cost time; none is issued. */
const MAX_RSA_BITS = 8192;
/** The most that every browser takes; with exponent 1 a signature says nothing. */
const MAX_EXPONENT = 2 ** 33;

/** `refused`: the algorithm or key is not accepted, and was not tried. */
export type SignatureVerdict =
  { readonly kind: 'good' } | { readonly kind: 'bad' } | { readonly kind: 'refused'; readonly name: string };

const GOOD: SignatureVerdict = { kind: 'good' };
const BAD: SignatureVerdict = { kind: 'bad' };

/** Checks one signature by WebCrypto. `spki` is the signer's SubjectPublicKeyInfo in DER. */
export async function verifySignature(
  scheme: Scheme,
  spki: Bytes,
  signed: Bytes,
  signature: Bytes,
): Promise<SignatureVerdict> {
  if (scheme.kind === 'refused') return scheme;
  const key = publicKeyOf(spki);
  const objection = objectionTo(key, scheme);
  if (objection !== null) return { kind: 'refused', name: objection };
  if (key.kind === 'ec') {
    const raw = fixedEcdsa(signature, key.pointBytes);
    if (raw === null) return BAD;
    return check(
      { name: 'ECDSA', namedCurve: key.curve },
      { name: 'ECDSA', hash: scheme.hash },
      key.spki,
      raw,
      signed,
    );
  }
  if (key.kind === 'other' || scheme.kind === 'ecdsa') return BAD;
  if (signature.length !== Math.ceil(key.bits / 8)) return BAD;
  if (scheme.hash === 'MD5') return verifyRsaMd5(key, signed, signature) ? GOOD : BAD;
  const name = scheme.kind === 'pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5';
  const algorithm = scheme.kind === 'pss' ? { name, saltLength: scheme.saltLength } : name;
  return check({ name, hash: scheme.hash }, algorithm, key.spki, signature, signed);
}

/** A key that can't be read is refused like one of another kind: it must not end the search among several certificates. */
function publicKeyOf(spki: Bytes): PublicKey {
  try {
    return readPublicKey(spki);
  } catch (error) {
    if (error instanceof DerError) return { kind: 'other', name: 'a public key that can’t be read' };
    throw error;
  }
}

function objectionTo(key: PublicKey, scheme: Accepted): string | null {
  const { kind, history } = scheme;
  if (key.kind === 'other') return key.name;
  if (key.kind === 'ec') return kind === 'ecdsa' ? null : 'RSA with an EC key';
  if (kind === 'ecdsa') return 'ECDSA with an RSA key';
  if (key.pssOnly && kind !== 'pss') return 'PKCS #1 with a PSS key';
  if (kind === 'pss' && !isAllowed(scheme, key.pssScheme)) return 'PSS with other values than the key’s';
  if (key.exponent < 3 || key.exponent % 2 === 0 || key.exponent > MAX_EXPONENT)
    return `RSA with exponent ${key.exponent}`;
  const least = history ? limits.rsaMinBitsOfHistory : limits.rsaMinBits;
  return key.bits < least || key.bits > MAX_RSA_BITS ? `RSA with ${key.bits} bits` : null;
}

/** A key's own parameters bind its signatures: the same hash, and a salt at least as long (RFC 4055 3.3). */
function isAllowed({ hash, saltLength }: Accepted & { kind: 'pss' }, own: Scheme | null): boolean {
  return own === null || (own.kind === 'pss' && own.hash === hash && saltLength >= own.saltLength);
}

async function check(
  keyAlgorithm: RsaHashedImportParams | EcKeyImportParams,
  algorithm: AlgorithmIdentifier | RsaPssParams | EcdsaParams,
  spki: Bytes,
  signature: Bytes,
  signed: Bytes,
): Promise<SignatureVerdict> {
  try {
    const key = await crypto.subtle.importKey('spki', spki, keyAlgorithm, false, ['verify']);
    return (await crypto.subtle.verify(algorithm, key, signature, signed)) ? GOOD : BAD;
  } catch (error) {
    // A key that WebCrypto can't import (point off the curve, even exponent) verifies nothing.
    if (error instanceof DOMException) return BAD;
    throw error;
  }
}
