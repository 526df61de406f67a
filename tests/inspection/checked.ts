import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHECK = fileURLToPath(new URL('./check-pack.mjs', import.meta.url));

export interface Checked {
  readonly wrong: readonly string[];
}

/** What somebody who has Python and OpenSSL alone finds in a pack. */
export function checked(zip: string, root: string): Checked {
  const { stdout, stderr } = spawnSync('node', [CHECK, zip, root], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Checked;
}
