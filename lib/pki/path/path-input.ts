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
  /** The present, where `at` lies in the past: revocation lists issued since then tell about it too. By default `at`. */
  readonly now?: number | undefined;
  /** User-initial-policy-set (RFC 5280 6.1.1 c); absent or with anyPolicy in it: any will do. */
  readonly policies?: readonly string[] | undefined;
  /** RFC 5280 6.1.1 (d)–(f): a policy must be satisfied; none may be mapped; anyPolicy satisfies none. */
  readonly explicitPolicy?: boolean | undefined;
  readonly inhibitMapping?: boolean | undefined;
  readonly inhibitAny?: boolean | undefined;
  /** Extended key usages of which the leaf, and each CA that names any, must allow one; absent: not asked. */
  readonly purposes?: readonly string[] | undefined;
  /** What the leaf's key is for: `signature` (the default) asks for digitalSignature or nonRepudiation. */
  readonly leafUse?: 'signature' | 'any' | undefined;
  /** Judges what was signed long ago: SHA-1 and MD5 are taken. */
  readonly history?: boolean | undefined;
}

/** How the product names a certificate to people. */
export function nameOf(certificate: Certificate): string {
  return certificate.commonName || certificate.subject || certificate.serial;
}

export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
