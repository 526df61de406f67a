import type { HeldKey } from './held-key';

/** The hash that goes with each curve, as `signCms` writes it. */
const CURVE_HASHES: Readonly<Record<string, string>> = {
  'P-256': 'SHA-256',
  'P-384': 'SHA-384',
  'P-521': 'SHA-512',
};

/** A key of the vault that was unlocked: gone once nobody points at it. */
export function softwareKey(key: CryptoKey): HeldKey {
  const { name, namedCurve = '' } = key.algorithm as KeyAlgorithm & Partial<EcKeyAlgorithm>;
  const hash = CURVE_HASHES[namedCurve];
  const algorithm = hash === undefined ? name : { name, hash };
  return {
    protection: 'protection.software',
    once: false,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, key, bytes)),
    close: () => undefined,
  };
}
