import type { SignatureChoice } from '../signature/signing-scheme';

/** One way to sign, as WebCrypto names it and as `signCms` is told. */
export interface SigningKey {
  readonly name: string;
  readonly pair: CryptoKeyPair;
  readonly choice?: SignatureChoice;
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

const RSA = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
const PSS_SALTS = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 } as const;
const CURVES = { 'P-256': 'SHA-256', 'P-384': 'SHA-384', 'P-521': 'SHA-512' } as const;

/** A fresh key for each way of signing: RSA with PKCS #1, with PSS and three hashes, and three curves. */
export async function signingKeys(): Promise<readonly SigningKey[]> {
  return Promise.all([
    rsaKey('RSASSA-PKCS1-v1_5', 'SHA-256', false),
    rsaKey('RSASSA-PKCS1-v1_5', 'SHA-512', true),
    rsaKey('RSA-PSS', 'SHA-256', true),
    rsaKey('RSA-PSS', 'SHA-384', true),
    rsaKey('RSA-PSS', 'SHA-512', true),
    curveKey('P-256'),
    curveKey('P-384'),
    curveKey('P-521'),
  ]);
}

async function rsaKey(
  name: SignatureChoice['name'],
  hash: SignatureChoice['hash'],
  isChosen: boolean,
): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey({ name, hash, ...RSA }, true, ['sign', 'verify']);
  const algorithm = { name, saltLength: PSS_SALTS[hash] };
  return {
    name: `${name} ${hash}`,
    pair,
    ...(isChosen && { choice: { name, hash } }),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, bytes)),
  };
}

async function curveKey(namedCurve: keyof typeof CURVES): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, true, ['sign', 'verify']);
  const algorithm = { name: 'ECDSA', hash: CURVES[namedCurve] };
  return {
    name: `ECDSA ${namedCurve}`,
    pair,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, bytes)),
  };
}
