import { x509Of } from '../certificate/x509';
import type { Certificate } from '../types';

/** An honest path has three or four; more would swell every message that carries them (attacks.md 49). */
const MOST = 20;

/**
 * Those of `certificates` that may stand above `leaf`, nearest first, found by their names. A file may bring a whole store of
 * trusted roots along, and with a hundred of them in each message, no order would ever be accepted.
 */
export function issuersAmong(
  certificates: readonly Certificate[],
  leaf: Certificate,
): readonly Certificate[] {
  const found = new Set([leaf]);
  // A set is walked to what is added meanwhile.
  for (const one of found) {
    const above = x509Of(one).issuer.key;
    for (const issuer of certificates)
      if (x509Of(issuer).subject.key === above && issuer.sha256 !== leaf.sha256 && found.size <= MOST)
        found.add(issuer);
  }
  return [...found].slice(1);
}
