import { createHash } from 'node:crypto';

/**
 * PBKDF2 is slow on purpose: a set-up pharmacy costs over a million rounds, each test its own. What PBKDF2 gives is a
 * function of password, salt, rounds and hash alone, so within one process the same four are computed once; another
 * password, another salt or another number of rounds is derived as ever. So that the same four come again, the n-th salt
 * of a world is the n-th of the world before. The product's code runs as it is, with its own rounds; that each salt
 * differs from each other, and how many rounds there are, is tested where nothing is remembered (lib/vault, lib/people).
 */
export function rememberDerivations(): { readonly startAgain: () => void } {
  const { subtle } = crypto;
  const importKey = subtle.importKey.bind(subtle) as (...args: unknown[]) => Promise<CryptoKey>;
  const secrets = new WeakMap<CryptoKey, string>();
  const derived = new Map<string, Promise<unknown>>();
  const salts: Uint8Array[] = [];
  let drawn = 0;

  const remembering =
    <Result>(derive: (...args: unknown[]) => Promise<Result>) =>
    (algorithm: Pbkdf2Params, base: CryptoKey, ...rest: unknown[]): Promise<Result> => {
      const secret = secrets.get(base);
      if (secret === undefined) return derive(algorithm, base, ...rest);
      const { salt, iterations, hash } = algorithm;
      const inputs = JSON.stringify([
        secret,
        Buffer.from(salt as Uint8Array).toString('hex'),
        iterations,
        hash,
        rest,
      ]);
      const known = (derived.get(inputs) as Promise<Result> | undefined) ?? derive(algorithm, base, ...rest);
      derived.set(inputs, known);
      return known;
    };

  const deriveBits = remembering(
    subtle.deriveBits.bind(subtle) as (...args: unknown[]) => Promise<ArrayBuffer>,
  );
  const deriveKey = remembering(subtle.deriveKey.bind(subtle) as (...args: unknown[]) => Promise<CryptoKey>);
  Object.assign(subtle, {
    async importKey(...args: unknown[]): Promise<CryptoKey> {
      const [format, bytes, name] = args;
      // Read at once: its owner wipes it while the import is under way.
      const secret = format === 'raw' && name === 'PBKDF2' ? sha256(bytes as Uint8Array) : null;
      const key = await importKey(...args);
      if (secret !== null) secrets.set(key, secret);
      return key;
    },
    // Whoever gets the octets may wipe them.
    deriveBits: async (...args: Parameters<typeof deriveBits>) => (await deriveBits(...args)).slice(0),
    deriveKey,
  });

  const random = crypto.getRandomValues.bind(crypto);
  Object.assign(crypto, {
    getRandomValues<T extends Uint8Array<ArrayBuffer>>(target: T): T {
      if (target.length !== SALT_BYTES) return random(target);
      const salt = (salts[drawn] ??= random(new Uint8Array(SALT_BYTES)));
      drawn += 1;
      target.set(salt);
      return target;
    },
  });
  return {
    startAgain() {
      drawn = 0;
    },
  };
}

/** Of people's PINs and of the vault alike. */
const SALT_BYTES = 16;

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
