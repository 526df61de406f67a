import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const manifest = join(root, '.output/chrome-mv3/manifest.json');

/** Builds the extension where it is missing or older than its source: what is measured is what ships. */
export function ensureBuilt(): void {
  const newest = Math.max(
    ...['lib', 'entrypoints', 'components', 'wiring'].map((folder) => newestIn(join(root, folder))),
  );
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return;
  process.stderr.write('Building the extension …\n');
  execFileSync(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
}

function newestIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}
