import { CountersignError, guarded, limits, type Clock, equalBytes } from '@/lib/base';
import { seal, sealing } from './sealing';
import { nextTry } from './tries';
import { VaultDatabase } from './vault-database';
import type { KeyAlgorithm, PasswordChange, WrappedKey } from './wrapped-key';
import { wrappingKey } from './wrapping-key';

/**
 * Private keys at rest, in a database of their own, so that no backup, export or sync of the archive can contain them.
 * Nothing here gives a key's bytes back, and nothing ever will.
 */
export interface Vault {
  /**
   * Encrypts a PKCS#8 key under the signer's password and stores it; `pkcs8` is overwritten with zeros, whatever happens.
   * Throws `vault/password-too-short`.
   */
  store(key: {
    readonly certificate: string;
    readonly pkcs8: Uint8Array<ArrayBuffer>;
    readonly algorithm: KeyAlgorithm;
    readonly password: string;
  }): Promise<void>;
  /**
   * The key, usable for signing only and not extractable. Throws `vault/key-missing`, `vault/wrong-password`, and
   * `vault/wait` {count: seconds} after several wrong ones, without looking at the password at all. Where the try can't be
   * counted, `archive/storage-full` or `archive/unavailable`, likewise without looking.
   */
  unlock(certificate: string, password: string): Promise<CryptoKey>;
  /**
   * Puts the key under another password; until it is done the old one holds. Counts as a try of `password`. Throws what
   * `unlock` throws, `vault/password-too-short` and `vault/password-same`. `change` is kept with the key, see `changes`.
   */
  changePassword(
    certificate: string,
    password: string,
    newPassword: string,
    change?: PasswordChange,
  ): Promise<void>;
  /** The act by which each key got the password that it has, where it isn't its first. */
  changes(): Promise<readonly (PasswordChange & { readonly certificate: string })[]>;
  /** Fingerprints of the certificates whose keys are here. */
  certificates(): Promise<ReadonlySet<string>>;
  remove(certificate: string): Promise<void>;
  close(): void;
}

export function openVault({ clock, name = 'countersign-vault' }: { clock: Clock; name?: string }): Vault {
  const db = new VaultDatabase(name);

  /**
   * Counted before anything is derived, so that a window killed midway has had its try, and two at once have two. One that
   * can't be counted, as on a full disk, isn't made.
   */
  async function countTry(certificate: string): Promise<WrappedKey> {
    const { wrapped, waitMs } = await guarded(() =>
      db.transaction('rw', db.keys, db.tries, async () => {
        const found = await db.keys.get(certificate);
        if (!found) throw new CountersignError('vault/key-missing');
        const next = nextTry(certificate, await db.tries.get(certificate), clock.now());
        await db.tries.put(next.tries);
        return { wrapped: found, waitMs: next.waitMs };
      }),
    );
    if (waitMs > 0) throw new CountersignError('vault/wait', { count: Math.ceil(waitMs / 1_000) });
    return wrapped;
  }

  return {
    async store({ certificate, pkcs8, algorithm, password }) {
      try {
        requireLength(password);
        const sealed = await seal(certificate, pkcs8, password);
        await guarded(() =>
          db.transaction('rw', db.keys, db.tries, async () => {
            await db.keys.put({ certificate, algorithm, ...sealed, storedAt: clock.now() });
            await db.tries.delete(certificate);
          }),
        );
      } finally {
        pkcs8.fill(0);
      }
    },

    async unlock(certificate, password) {
      const { ciphertext, salt, iv, iterations, algorithm } = await countTry(certificate);
      const key = await wrappingKey(password, salt, iterations, 'unwrapKey');
      const opened = await orWrongPassword(
        crypto.subtle.unwrapKey('pkcs8', ciphertext, key, sealing(certificate, iv), algorithm, false, [
          'sign',
        ]),
      );
      await guarded(() => db.tries.delete(certificate));
      return opened;
    },

    async changePassword(certificate, password, newPassword, change) {
      requireLength(newPassword);
      // Who changes a password believes afterwards that the old one opens nothing any more.
      if (newPassword.normalize('NFC') === password.normalize('NFC'))
        throw new CountersignError('vault/password-same');
      const wrapped = await countTry(certificate);
      const { ciphertext, salt, iv, iterations } = wrapped;
      const key = await wrappingKey(password, salt, iterations, 'decrypt');
      const pkcs8 = new Uint8Array(
        await orWrongPassword(crypto.subtle.decrypt(sealing(certificate, iv), key, ciphertext)),
      );
      try {
        const sealed = await seal(certificate, pkcs8, newPassword);
        await guarded(() =>
          db.transaction('rw', db.keys, db.tries, async () => {
            const now = await db.keys.get(certificate);
            if (!now) throw new CountersignError('vault/key-missing');
            // Another window was quicker: what it was changed to holds.
            if (!equalBytes(now.iv, iv)) throw new CountersignError('vault/wrong-password');
            const { algorithm } = wrapped;
            const key = { certificate, algorithm, ...sealed, storedAt: clock.now() };
            await db.keys.put({ ...key, ...(change && { change }) });
            await db.tries.delete(certificate);
          }),
        );
      } finally {
        pkcs8.fill(0);
      }
    },

    async changes() {
      const keys = await db.keys.toArray();
      return keys.flatMap(({ certificate, change }) => (change ? [{ certificate, ...change }] : []));
    },

    async certificates() {
      return new Set(await db.keys.toCollection().primaryKeys());
    },

    async remove(certificate) {
      await db.transaction('rw', db.keys, db.tries, async () => {
        await db.keys.delete(certificate);
        await db.tries.delete(certificate);
      });
    },

    close: () => db.close(),
  };
}

function requireLength(password: string): void {
  if (password.length < limits.vaultPasswordMinLength)
    throw new CountersignError('vault/password-too-short', { min: limits.vaultPasswordMinLength });
}

/** AES-GCM can't tell a wrong password from altered bytes; both leave the key closed. */
async function orWrongPassword<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (cause) {
    throw new CountersignError('vault/wrong-password', {}, { cause });
  }
}
