import { CountersignError, limits } from '@/lib/base';
import { DerError } from '../der/der-error';
import { passwordForms } from './password';
import { openParts, type PfxContents } from './open-parts';
import { derivationsOf, deriveAll, requireBounded } from './derive-all';
import { looksLikePfx, readOuter } from './read-outer';

export interface PfxOptions {
  /** Opens a file that carries no MAC, so that nothing proves it whole: only after the user confirmed it. */
  readonly acceptWithoutMac?: boolean;
  /** Told how many rounds of key derivation the file asks for, before the first one. */
  readonly onRounds?: (rounds: number) => void;
}

/**
 * Opens a PKCS #12 file (RFC 7292, 9579, 9879) and answers all keys and certificates in it, in their order. What it asks
 * for is read first and refused before any key derivation; the MAC is checked before anything is decrypted; a wrong
 * password and a part that won't decrypt are the same `pfx/wrong-password`, after the same derivations.
 * Throws `pfx/not-a-pfx`, `too-large`, `no-mac`, `damaged`, `unsupported-algorithm`, `too-many-iterations`.
 * The caller overwrites the keys.
 */
export async function readPfx(
  bytes: Uint8Array,
  password: string,
  options: PfxOptions = {},
): Promise<PfxContents> {
  if (bytes.length > limits.pfxMaxBytes) throw new CountersignError('pfx/too-large');
  // A copy of our own, overwritten at the end: a file may carry its key in the open.
  const file = new Uint8Array(bytes);
  const forms = passwordForms(password);
  try {
    const { safe, mac, parts } = readOuter(file);
    if (mac === null && options.acceptWithoutMac !== true) throw new CountersignError('pfx/no-mac');
    const derivations = derivationsOf(mac, parts);
    const rounds = requireBounded(derivations);
    options.onRounds?.(rounds);
    for (const form of forms) {
      const derived = await deriveAll(derivations, form);
      try {
        const isProved = mac === null || mac.fits(derived.of(mac.derivation), safe);
        const contents = isProved ? await openParts(parts, derived, form, rounds) : null;
        if (contents) return contents;
      } finally {
        derived.wipe();
      }
    }
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    const code = looksLikePfx(bytes) ? 'pfx/damaged' : 'pfx/not-a-pfx';
    throw new CountersignError(code, { detail: error.message }, { cause: error });
  } finally {
    file.fill(0);
    for (const { bmp, utf8 } of forms) [bmp, utf8].forEach((octets) => octets.fill(0));
  }
  throw new CountersignError('pfx/wrong-password');
}
