import type { Directory } from '@/lib/archive';
import { issuersAmong, type Certificate } from '@/lib/pki';
import { chainOf, rootsOf } from '../stored-certificates';

/**
 * The CA certificates to send along with a token's certificate, and to search its path with: of those that lie on the token
 * itself, that came with other certificates, and that are trusted here. A token often holds none.
 */
export function chainFor(
  certificate: Certificate,
  onToken: readonly Certificate[],
  directory: Directory,
): readonly Certificate[] {
  const elsewhere = [...directory.certificates.flatMap(chainOf), ...rootsOf(directory)];
  const distinct = new Map([...onToken, ...elsewhere].map((one) => [one.sha256, one]));
  return issuersAmong([...distinct.values()], certificate);
}
