import { fromBase64, utf8 } from '@/lib/base';
import { openPfx, readPfx } from '@/lib/pki';
import { repeatedHash } from '@/lib/pki/pfx/repeated-hash';
import type { Contest } from './contest';
import { openWithForge } from './forge';
import type { Inputs } from './inputs';

const salt = new Uint8Array(16).fill(7);
/** Opening may take 1.3 × what its own key derivation takes. */
const budget = { leastRatio: 1 / 1.3 };
const MODERN_ROUNDS = 600_000;
const LEGACY_ROUNDS = 2_048;

/** One block each for the MAC, the key of RC2-40 and two IVs; the key of 3DES takes two. */
const legacyDerivation = {
  name: 'its own key derivation',
  work: () => repeatedHash('sha1', salt, 6 * LEGACY_ROUNDS),
};

/** Opening a PFX beside the key derivations that its MAC, its certificates and its key ask for, and nothing else. */
export function pfxContests({ modernPfx, legacyPfx, password }: Inputs): Contest[] {
  const [modern, legacy] = [fromBase64(modernPfx), fromBase64(legacyPfx)];
  return [
    {
      name: 'pfx legacy',
      ours: () => readPfx(legacy, password),
      base: legacyDerivation,
      others: [{ name: 'node-forge', work: openWithForge(legacy, password) }],
      budget,
      rounds: 40,
    },
    {
      // What import adds: certificates are read, and the key proves by a signature that it goes with one of them.
      name: 'pfx legacy, key proven',
      ours: () => openPfx(legacy, password),
      base: legacyDerivation,
      others: [],
      rounds: 40,
    },
    {
      name: 'pfx modern',
      ours: () => readPfx(modern, password),
      base: { name: 'its own key derivation', work: () => deriveModern(password) },
      others: [],
      budget,
      rounds: 3,
    },
  ];
}

/**
 * A MAC key by PKCS #12's derivation, which is a chain of hashes (RFC 7292 B.2) that no WebCrypto has, so the product's own
 * is measured; certificates and key by PBKDF2, 32 octets each.
 */
async function deriveModern(password: string): Promise<void> {
  repeatedHash('sha256', salt, MODERN_ROUNDS);
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: MODERN_ROUNDS } as const;
  for (let part = 0; part < 2; part++) {
    const key = await crypto.subtle.importKey('raw', utf8(password), 'PBKDF2', false, ['deriveBits']);
    await crypto.subtle.deriveBits(params, key, 256);
  }
}
