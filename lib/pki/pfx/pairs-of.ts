import { CountersignError, limits, equalBytes } from '@/lib/base';
import { parseCertificate } from '../certificate/parse-certificate';
import { x509Of } from '../certificate/x509';
import type { Bytes } from '../der/reader';

import type { Certificate } from '../types';
import { matchKey } from './match-key';
import type { PfxContents } from './open-parts';

/** A key with a certificate that it signs for. */
export interface Pair {
  /** PKCS#8, an array of its own. */
  readonly pkcs8: Bytes;
  readonly certificate: Certificate;
}

/** The certificates of a file, each once. One that can't be read stands in nobody's way while another can. */
export function certificatesIn({ certificates }: PfxContents): readonly Certificate[] {
  const known = new Map<string, Certificate>();
  let unreadable: CountersignError | null = null;
  for (const { der } of certificates) {
    try {
      const certificate = parseCertificate(der);
      known.set(certificate.sha256, certificate);
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      unreadable = error;
    }
  }
  if (known.size === 0 && unreadable) throw unreadable;
  return [...known.values()];
}

/**
 * Every certificate that a key signs for: what decides is the public key. Where a key fits several, a renewed one for
 * instance, those of its own localKeyID are meant. Throws `pfx/too-large` where there are too many of both to be tried.
 */
export async function pairsOf(
  { keys, certificates: bags }: PfxContents,
  certificates: readonly Certificate[],
): Promise<readonly Pair[]> {
  if (keys.length * certificates.length > limits.pfxMaxPairs) throw new CountersignError('pfx/too-large');
  const pairs = new Map<string, Pair>();
  for (const { pkcs8, localKeyId } of keys) {
    const fitting: Pair[] = [];
    for (const certificate of certificates) {
      const matched = await matchKey(pkcs8, x509Of(certificate).spki);
      if (matched) fitting.push({ pkcs8: matched, certificate });
    }
    const own = fitting.filter(({ certificate }) =>
      bags.some(
        (bag) => localKeyId !== null && bag.localKeyId === localKeyId && equalBytes(bag.der, certificate.der),
      ),
    );
    for (const pair of fitting) {
      const isMeant = (own.length === 0 || own.includes(pair)) && !pairs.has(pair.certificate.sha256);
      if (isMeant) pairs.set(pair.certificate.sha256, pair);
      else pair.pkcs8.fill(0);
    }
  }
  return [...pairs.values()];
}
