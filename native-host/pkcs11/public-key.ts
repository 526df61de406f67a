import { X509Certificate, type KeyObject } from 'node:crypto';
import { CKK, CKM } from './ck';

/** What a certificate's public key tells of the private one that must be found and of signatures that it makes. */
export interface PublicKey {
  readonly kind: 'rsa' | 'ec';
  readonly keyType: bigint;
  readonly mechanism: bigint;
  /** Octets of a signature: the modulus, or r ‖ s. */
  readonly signatureBytes: number;
  /** RSA: the modulus without leading zeros. EC: the uncompressed point. */
  readonly number: Buffer;
}

const curveBytes: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 };

/** Null: a kind of key that isn't signed with here, or no certificate. */
export function publicKeyOf(der: Uint8Array): PublicKey | null {
  const key = keyIn(der);
  const jwk = key?.export({ format: 'jwk' });
  if (!key || !jwk) return null;
  const octets = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');
  if (jwk.kty === 'RSA') {
    const number = octets(jwk.n);
    return {
      ...{ kind: 'rsa', keyType: CKK.RSA, mechanism: CKM.RSA_PKCS },
      ...{ signatureBytes: number.length, number },
    };
  }
  const width = curveBytes[jwk.crv ?? ''];
  if (jwk.kty !== 'EC' || width === undefined) return null;
  const number = Buffer.concat([Buffer.of(4), octets(jwk.x), octets(jwk.y)]);
  return {
    ...{ kind: 'ec', keyType: CKK.EC, mechanism: CKM.ECDSA },
    ...{ signatureBytes: 2 * width, number },
  };
}

function keyIn(der: Uint8Array): KeyObject | null {
  try {
    const { publicKey } = new X509Certificate(der);
    return publicKey.asymmetricKeyType === 'rsa' || publicKey.asymmetricKeyType === 'ec' ? publicKey : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
