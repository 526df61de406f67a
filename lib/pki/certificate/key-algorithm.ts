import { CountersignError } from '@/lib/base';
import { reading } from '../der/der-error';
import { readPublicKey } from '../signature/public-key';
import type { Certificate } from '../types';
import { x509Of } from './x509';

/** How WebCrypto is told to sign with the certificate's key. */
export type KeyAlgorithm =
  | { readonly name: 'RSASSA-PKCS1-v1_5'; readonly hash: 'SHA-256' }
  | { readonly name: 'ECDSA'; readonly namedCurve: 'P-256' | 'P-384' | 'P-521' };

/** Throws `certificate/unsupported-algorithm` for a key of another kind. */
export function keyAlgorithm(certificate: Certificate): KeyAlgorithm {
  const key = reading('certificate/malformed', () => readPublicKey(x509Of(certificate).spki));
  if (key.kind === 'rsa' && !key.pssOnly) return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  if (key.kind === 'ec') return { name: 'ECDSA', namedCurve: key.curve };
  throw new CountersignError('certificate/unsupported-algorithm', {
    subject: certificate.commonName,
    algorithm: key.kind === 'other' ? key.name : 'RSASSA-PSS',
  });
}
