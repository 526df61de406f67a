import type { ParsedCrl } from '../crl/parse-crl';
import type { Certificate } from '../types';

export interface PathInput {
  readonly leaf: Certificate;
  /** Certificates that may stand between leaf and root, in any order; none of them is trusted. */
  readonly candidates: readonly Certificate[];
  /** The only trusted certificates, told apart by their SHA-256. */
  readonly roots: readonly Certificate[];
  readonly crls: readonly ParsedCrl[];
  /** The moment that is judged, in milliseconds since 1970. */
  readonly at: number;
}

/** How the product names a certificate to people. */
export function nameOf(certificate: Certificate): string {
  return certificate.commonName || certificate.subject || certificate.serial;
}

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
