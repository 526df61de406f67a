import { CURVE_HASHES } from '@/lib/pki';
import type { HeldKey } from './held-key';

const hashes: Readonly<Record<string, string>> = CURVE_HASHES;

/** A key of the vault that was unlocked: gone once nobody points at it. */
export function softwareKey(key: CryptoKey): HeldKey {
  const { name, namedCurve = '' } = key.algorithm as KeyAlgorithm & Partial<EcKeyAlgorithm>;
  const hash = hashes[namedCurve];
  const algorithm = hash === undefined ? name : { name, hash };
  return {
    protection: 'protection.software',
    once: false,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes)),
    close: () => undefined,
  };
}
