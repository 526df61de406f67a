import type { Certificate } from '../../lib/pki';
import { x509Of } from '../../lib/pki/certificate/x509';
import type { Bytes, Tlv } from '../../lib/pki/der/reader';
import { DerError } from '../../lib/pki/der/der-error';
import { readScheme } from '../../lib/pki/signature/scheme';
import { verifySignature } from '../../lib/pki/signature/verify-signature';

export interface Signed {
  readonly tbs: Bytes;
  readonly signatureAlgorithm: Tlv;
  readonly signature: Bytes;
}

/** Whether the certificate's key made the signature, by the judge that the product uses. */
export async function signedBy(issuer: Certificate, signed: Signed): Promise<boolean> {
  try {
    const scheme = readScheme(signed.signatureAlgorithm);
    return (await verifySignature(scheme, x509Of(issuer).spki, signed.tbs, signed.signature)).kind === 'good';
  } catch (error) {
    // Callers in the product answer it with their own code.
    if (error instanceof DerError) return false;
    throw error;
  }
}

/** Which of the certificates signed which, by the octets of the signed one. */
export async function signersOf(
  certificates: readonly Certificate[],
): Promise<ReadonlyMap<string, Certificate>> {
  const signers = new Map<string, Certificate>();
  for (const certificate of certificates) {
    const x509 = x509Of(certificate);
    for (const issuer of certificates) {
      if (x509Of(issuer).subject.key !== x509.issuer.key || !(await signedBy(issuer, x509))) continue;
      signers.set(Buffer.from(certificate.der).toString('latin1'), issuer);
      break;
    }
  }
  return signers;
}
