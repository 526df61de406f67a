import { CountersignError, limits } from '@/lib/base';
import type { Bytes } from '../der/reader';
import type { Derivation } from './derivation';
import type { Mac } from './mac';
import type { PasswordForm } from './password';
import type { Bag } from './read-bags';
import type { Part } from './read-outer';

/** What the derivations of a file gave, each of them once. */
export interface Derived {
  of(derivation: Derivation): Bytes;
  wipe(): void;
}

/** All that a file asks for, as far as it shows without the password. */
export function derivationsOf(mac: Mac | null, parts: readonly Part[]): readonly Derivation[] {
  const ofParts = parts.flatMap((part) => {
    if (part.kind === 'encrypted') return [part.protection.derivation];
    return part.kind === 'open' ? derivationsOfBags(part.bags) : [];
  });
  return mac === null ? ofParts : [mac.derivation, ...ofParts];
}

export function derivationsOfBags(bags: readonly Bag[]): readonly Derivation[] {
  return bags.flatMap((bag) => (bag.kind === 'shrouded' ? [bag.protection.derivation] : []));
}

/** The sum of rounds, `before` included. Throws `pfx/too-many-iterations` before any of them is done (attacks.md 35). */
export function requireBounded(derivations: readonly Derivation[], before = 0): number {
  const iterations = derivations.reduce((sum, { rounds }) => sum + rounds, before);
  if (!(iterations <= limits.pfxMaxIterations))
    throw new CountersignError('pfx/too-many-iterations', { iterations });
  return iterations;
}

/**
 * Does all derivations, right password or wrong: what opens a file and what refuses it then take the same time
 * (attacks.md 46), and PBKDF2 runs beside itself where the machine has more than one core.
 */
export async function deriveAll(
  derivations: readonly Derivation[],
  password: PasswordForm,
): Promise<Derived> {
  const settled = await Promise.allSettled(derivations.map((derivation) => derivation.derive(password)));
  const known = new Map<Derivation, Bytes>();
  settled.forEach((result, i) => {
    if (result.status === 'fulfilled') known.set(derivations[i] as Derivation, result.value);
  });
  const wipe = () => known.forEach((octets) => octets.fill(0));
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed) {
    wipe();
    throw failed.reason;
  }
  return {
    of(derivation) {
      const octets = known.get(derivation);
      if (!octets) throw new Error('a derivation that was not asked for');
      return octets;
    },
    wipe,
  };
}
