import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openssl } from './openssl';

const kept = fileURLToPath(new URL('../../.cache/demo-keys', import.meta.url));

/**
 * Copies the key of a demo certificate into `dir`, as `NAME.key` (RSA, 2,048 bits, PEM). Looking for primes is most of what
 * a set of certificates costs, and a run makes half a dozen sets: each on this machine has the same keys, made by the first.
 */
export function rememberedKey(dir: string, name: string): void {
  const file = join(kept, `${name}.key`);
  if (!existsSync(file)) {
    mkdirSync(kept, { recursive: true, mode: 0o700 });
    // Two runs may look at once: each set holds a copy, so it doesn't matter whose key stays.
    const draft = `${file}.${process.pid}`;
    openssl(['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', draft]);
    renameSync(draft, file);
  }
  copyFileSync(file, join(dir, `${name}.key`));
}
