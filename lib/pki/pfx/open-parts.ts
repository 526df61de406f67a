import { DerError } from '../der/der-error';
import { single, type Bytes } from '../der/reader';
import { tags } from '../der/values';
import { derivationsOfBags, deriveAll, requireBounded, type Derived } from './derive-all';
import type { PasswordForm } from './password';
import { privateKeyInfo } from './private-key-info';
import type { Protection } from './protection';
import { readBags, type Bag } from './read-bags';
import type { Part } from './read-outer';

export interface PfxKey {
  /** PrivateKeyInfo in DER, an array of its own; the caller overwrites it. */
  readonly pkcs8: Bytes;
  readonly localKeyId: string | null;
}

export interface PfxCertificate {
  readonly der: Bytes;
  readonly localKeyId: string | null;
}

export interface PfxContents {
  readonly keys: PfxKey[];
  readonly certificates: PfxCertificate[];
  /** Names of the protections of parts that no password opens, such as encryption to a public key. */
  readonly unread: string[];
}

/**
 * Everything inside, or null where a part doesn't decrypt to what it should. `rounds` of derivation are done; those that
 * only show inside an encrypted part come on top. Plain bytes are overwritten as soon as they are read.
 */
export async function openParts(
  parts: readonly Part[],
  derived: Derived,
  password: PasswordForm,
  rounds: number,
): Promise<PfxContents | null> {
  const contents: PfxContents = { keys: [], certificates: [], unread: [] };
  let done = rounds;
  let isWhole = false;
  try {
    for (const part of parts) {
      if (part.kind === 'unread') contents.unread.push(part.name);
      else if (part.kind === 'open') {
        if (!addBags(part.bags, derived, contents)) return null;
      } else {
        const plain = decryptOrNull(part.protection, derived, part.data);
        if (plain === null) return null;
        try {
          const bags = readBags(plain);
          const derivations = derivationsOfBags(bags);
          done = requireBounded(derivations, done);
          const inner = await deriveAll(derivations, password);
          try {
            if (!addBags(bags, inner, contents)) return null;
          } finally {
            inner.wipe();
          }
        } finally {
          plain.fill(0);
        }
      }
    }
    isWhole = true;
    return contents;
  } finally {
    if (!isWhole) for (const { pkcs8 } of contents.keys) pkcs8.fill(0);
  }
}

/** False: a shrouded key doesn't decrypt. */
function addBags(bags: readonly Bag[], derived: Derived, { keys, certificates }: PfxContents): boolean {
  for (const bag of bags) {
    const { localKeyId } = bag;
    if (bag.kind === 'certificate') certificates.push({ der: new Uint8Array(bag.der), localKeyId });
    else if (bag.kind === 'key') keys.push({ pkcs8: privateKeyInfo(bag.info), localKeyId });
    else {
      const info = decryptOrNull(bag.protection, derived, bag.data);
      if (info === null) return false;
      try {
        keys.push({ pkcs8: privateKeyInfo(info), localKeyId });
      } finally {
        info.fill(0);
      }
    }
  }
  return true;
}

function decryptOrNull(protection: Protection, derived: Derived, data: Bytes): Bytes | null {
  let plain: Bytes | null = null;
  try {
    plain = protection.decrypt(derived.of(protection.derivation), data);
    // Padding alone lets one wrong password in 256 pass: the plain text must also be one whole SEQUENCE.
    single(plain, tags.sequence, true);
    return plain;
  } catch (error) {
    plain?.fill(0);
    if (error instanceof DerError) return null;
    throw error;
  }
}
