import { CountersignError } from '@/lib/base';
import type { PublicKey } from './public-key';

/**
 * A signature as wide as its key. PKCS #11 (3.1, 6.3.1) lets r and s be shorter as long as both are equally long; WebCrypto
 * and CMS want the curve's width. Throws `token/module-error` for any other length.
 */
export function sameWidth(signature: Buffer, { kind, signatureBytes }: PublicKey): Buffer {
  if (signature.length === signatureBytes) return signature;
  if (
    kind === 'rsa' ||
    signature.length === 0 ||
    signature.length % 2 !== 0 ||
    signature.length > signatureBytes
  )
    throw new CountersignError('token/module-error', { step: 'C_Sign', rv: `${signature.length} octets` });
  const half = signature.length / 2;
  const wide = Buffer.alloc(signatureBytes);
  wide.set(signature.subarray(0, half), signatureBytes / 2 - half);
  wide.set(signature.subarray(half), signatureBytes - half);
  return wide;
}
