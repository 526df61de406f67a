import { CountersignError } from '@/lib/base';
import type { SignAlgorithm } from '@/lib/host';
import type { PublicKey } from './public-key';

/** DigestInfo up to the digest itself (RFC 8017, 9.2, note 1). */
const digestInfos = {
  'rsa-sha256': { head: '3031300d060960864801650304020105000420', bytes: 32 },
  'rsa-sha384': { head: '3041300d060960864801650304020205000430', bytes: 48 },
  'rsa-sha512': { head: '3051300d060960864801650304020305000440', bytes: 64 },
} as const satisfies Record<Exclude<SignAlgorithm, 'ecdsa'>, { head: string; bytes: number }>;

const EC_DIGEST_BYTES: readonly number[] = [32, 48, 64];

/**
 * What C_Sign is given: for CKM_RSA_PKCS the DigestInfo, for CKM_ECDSA the digest. Throws `input/malformed` for a digest of
 * another length, and `token/unsupported-algorithm` where the key is of another kind.
 */
export function toBeSigned(algorithm: SignAlgorithm, digest: Uint8Array, key: PublicKey): Buffer {
  if ((algorithm === 'ecdsa') !== (key.kind === 'ec'))
    throw new CountersignError('token/unsupported-algorithm', { algorithm });
  const lengths = algorithm === 'ecdsa' ? EC_DIGEST_BYTES : [digestInfos[algorithm].bytes];
  if (!lengths.includes(digest.length)) throw new CountersignError('input/malformed', { detail: 'digest' });
  if (algorithm !== 'ecdsa') return Buffer.concat([Buffer.from(digestInfos[algorithm].head, 'hex'), digest]);
  // ECDSA takes the leftmost bits (FIPS 186-5, 6.4.1); some tokens refuse more instead of dropping them.
  return Buffer.from(digest.subarray(0, key.signatureBytes / 2));
}
