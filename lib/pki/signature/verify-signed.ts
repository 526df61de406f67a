import { DerError } from '../der/der-error';
import type { Bytes, Tlv } from '../der/reader';
import { readScheme } from './scheme';
import { verifySignature, type SignatureVerdict } from './verify-signature';

/** What RFC 5280 calls SIGNED: a certificate or a revocation list. */
interface Signed {
  readonly tbs: Bytes;
  readonly signatureAlgorithm: Tlv;
  readonly signature: Bytes;
}

/**
 * Whether the key `spki` signed a certificate or list. Broken parameters or a broken key are the fault of what is tried here,
 * and must not end the judging of others: they verify nothing.
 */
export async function verifySigned(
  { tbs, signatureAlgorithm, signature }: Signed,
  spki: Bytes,
  history: boolean,
): Promise<SignatureVerdict> {
  try {
    return await verifySignature(readScheme(signatureAlgorithm, null, { history }), spki, tbs, signature);
  } catch (error) {
    if (error instanceof DerError) return { kind: 'bad' };
    throw error;
  }
}
