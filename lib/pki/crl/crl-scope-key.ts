import { sha256Hex } from '@/lib/base';
import type { ParsedCrl } from './parse-crl';

/** Each list is compared with each other one. */
const known = new WeakMap<ParsedCrl, string>();

/**
 * Equal for lists that are about the same, so that a delta may be applied to a complete one: issuer, signing key as the list
 * names it, and issuingDistributionPoint (RFC 5280 5.2.4).
 */
export function baseScopeKey(crl: ParsedCrl): string {
  const found = known.get(crl) ?? makeBaseScopeKey(crl);
  known.set(crl, found);
  return found;
}

function makeBaseScopeKey({ issuer, authorityKey, scopeDer }: ParsedCrl): string {
  return sha256Hex(new TextEncoder().encode(JSON.stringify([issuer.key, authorityKey, scopeDer])));
}

/**
 * Names the series that a list belongs to: lists of one series follow each other by their numbers, and the highest one
 * replaces the others. A delta list belongs to another series than the complete lists it changes.
 */
export function crlScopeKey(crl: ParsedCrl): string {
  return `${crl.isDelta ? 'delta' : 'complete'} ${baseScopeKey(crl)}`;
}
