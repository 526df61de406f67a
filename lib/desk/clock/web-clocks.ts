import type { Directory } from '@/lib/archive';
import { issuedCertificates } from '../lists/list-cases';

/**
 * Origins whose clocks may be asked once the user allows them: suppliers' sites, and revocation lists' hosts where they
 * speak HTTPS. Never plain HTTP: whoever sits in between could set this clock.
 */
export function webClocks(directory: Directory): readonly string[] {
  const suppliers = directory.suppliers.flatMap(({ hosts }) =>
    hosts.map((host) => host.replace(/^\*\./, '')),
  );
  const lists = issuedCertificates(directory).flatMap(({ crlUrls }) => crlUrls);
  const addresses = [...suppliers.map((host) => `https://${host}`), ...lists];
  const origins = addresses
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address))
    .filter(({ protocol }) => protocol === 'https:')
    .map(({ origin }) => origin);
  return [...new Set(origins)];
}
