import type { ParsedCrl } from '../crl/parse-crl';
import type { Certificate } from '../types';
import { concerns, coveredReasons } from './covered-reasons';

/** Whether the list would name the certificate if it were revoked, for some reasons at least (RFC 5280 6.3.3 b, d). */
export function crlCovers(crl: ParsedCrl, certificate: Certificate): boolean {
  return concerns(crl, certificate) && coveredReasons(crl, certificate) !== 0;
}
