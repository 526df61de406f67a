import type { ParsedCrl } from '../crl/parse-crl';
import type { Certificate } from '../types';

export interface RevocationContext {
  readonly crls: readonly ParsedCrl[];
  /** The moment that is judged, in milliseconds since 1970. */
  readonly at: number;
  /** The present, where `at` is a moment of the past: lists issued since then tell about it too. By default `at`. */
  readonly now?: number;
  /** Judges lists of old: their signatures may be made with SHA-1. */
  readonly history?: boolean;
  /** Candidates, roots and the path: where the certificate of a list's signer may be found. */
  readonly certificates: readonly Certificate[];
  /** Whether a signer that isn't the certificate's own issuer leads to the same root (RFC 5280 6.3.3 f). */
  isTrusted(signer: Certificate): Promise<boolean>;
}
