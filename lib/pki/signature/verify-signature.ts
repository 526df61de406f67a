import type { Bytes } from '../der/reader';
import { fixedEcdsa, readPublicKey, type PublicKey } from './public-key';
import type { Scheme } from './scheme';

const MIN_RSA_BITS = 2048;
/** Larger keys only cost time; none is issued. */
const MAX_RSA_BITS = 8192;

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
  const key = readPublicKey(spki);
  const objection = objectionTo(key, scheme.kind);
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
  if (key.kind === 'other') return BAD;
  if (signature.length !== Math.ceil(key.bits / 8)) return BAD;
  return scheme.kind === 'pss'
    ? check(
        { name: 'RSA-PSS', hash: scheme.hash },
        { name: 'RSA-PSS', saltLength: scheme.saltLength },
        key.spki,
        signature,
        signed,
      )
    : check(
        { name: 'RSASSA-PKCS1-v1_5', hash: scheme.hash },
        'RSASSA-PKCS1-v1_5',
        key.spki,
        signature,
        signed,
      );
}

function objectionTo(key: PublicKey, kind: 'rsa' | 'pss' | 'ecdsa'): string | null {
  if (key.kind === 'other') return key.name;
  if (key.kind === 'ec') return kind === 'ecdsa' ? null : 'RSA with an EC key';
  if (kind === 'ecdsa') return 'ECDSA with an RSA key';
  if (key.pssOnly && kind !== 'pss') return 'PKCS #1 with a PSS key';
  return key.bits < MIN_RSA_BITS || key.bits > MAX_RSA_BITS ? `RSA with ${key.bits} bits` : null;
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
