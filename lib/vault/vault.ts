import { CountersignError, limits, utf8, type Clock } from '@/lib/base';
import { Dexie, type Table } from 'dexie';
import type { KeyAlgorithm, WrappedKey } from './wrapped-key';
import { wrappingKey } from './wrapping-key';

/** Private keys at rest, in a database of their own, so that no backup, export or sync of the archive can contain them. */
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
  /** The key, usable for signing only and not extractable. Throws `vault/key-missing`, `vault/wrong-password`. */
  unlock(certificate: string, password: string): Promise<CryptoKey>;
  /** Fingerprints of the certificates whose keys are here. */
  certificates(): Promise<ReadonlySet<string>>;
  remove(certificate: string): Promise<void>;
  close(): void;
}

class VaultDatabase extends Dexie {
  declare readonly keys: Table<WrappedKey, string>;
  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ keys: 'certificate' });
  }
}

export function openVault({ clock, name = 'countersign-vault' }: { clock: Clock; name?: string }): Vault {
  const db = new VaultDatabase(name);
  return {
    async store({ certificate, pkcs8, algorithm, password }) {
      try {
        if (password.length < limits.vaultPasswordMinLength)
          throw new CountersignError('vault/password-too-short', { min: limits.vaultPasswordMinLength });
        const salt = crypto.getRandomValues(new Uint8Array(16));
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const iterations = limits.vaultIterations;
        const key = await wrappingKey(password, salt, iterations, 'encrypt');
        const sealed = await crypto.subtle.encrypt(sealing(certificate, iv), key, pkcs8);
        const ciphertext = new Uint8Array(sealed);
        await db.keys.put({
          certificate,
          algorithm,
          iterations,
          salt,
          iv,
          ciphertext,
          storedAt: clock.now(),
        });
      } finally {
        pkcs8.fill(0);
      }
    },

    async unlock(certificate, password) {
      const wrapped = await db.keys.get(certificate);
      if (!wrapped) throw new CountersignError('vault/key-missing');
      const { ciphertext, salt, iv, iterations, algorithm } = wrapped;
      const key = await wrappingKey(password, salt, iterations, 'unwrapKey');
      try {
        return await crypto.subtle.unwrapKey(
          'pkcs8',
          ciphertext,
          key,
          sealing(certificate, iv),
          algorithm,
          false,
          ['sign'],
        );
      } catch (cause) {
        // AES-GCM can't tell a wrong password from altered bytes; both leave the key closed.
        throw new CountersignError('vault/wrong-password', {}, { cause });
      }
    },

    async certificates() {
      return new Set(await db.keys.toCollection().primaryKeys());
    },

    remove: (certificate) => db.keys.delete(certificate),
    close: () => db.close(),
  };
}

/** The certificate's fingerprint is authenticated with the key, so that ciphertexts can't be exchanged in the database. */
function sealing(certificate: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(certificate) };
}
