import { limits, type ErrorCode } from '@/lib/base';
import type { ParsedCrl } from '../crl/parse-crl';
import type { Certificate } from '../types';
import type { RevocationContext } from './revocation-context';

/** Why the list's time keeps it from telling that the certificate was not revoked at `at`, or null. */
export function untimely(
  crl: ParsedCrl,
  certificate: Certificate,
  { at, now = at }: Pick<RevocationContext, 'at' | 'now'>,
): ErrorCode | null {
  const { thisUpdate, nextUpdate } = crl;
  if (thisUpdate > Math.max(at, now) + limits.clockSkewMs) return 'crl/not-yet-valid';
  if (thisUpdate > at + limits.clockSkewMs) {
    // A later list still names whoever was revoked before; only certificates that ended may be left out (RFC 5280 3.3).
    return thisUpdate > certificate.notAfter ? 'crl/out-of-scope' : null;
  }
  // RFC 5280 5.1.2.5 demands nextUpdate: a list without it could be kept for ever.
  return nextUpdate === null || nextUpdate < at ? 'crl/expired' : null;
}
