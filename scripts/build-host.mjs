/**
 * `npm run build:host`: the native host in dist/host as a folder that can be moved: a bundle that needs Node alone, the
 * native file of koffi beside it, and a launcher, because a browser's manifest names an executable without arguments.
 */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleHost } from './host/bundle.mjs';
import { launcher, windowsLauncher } from './host/launcher.mjs';
import { koffiNative } from './host/koffi-native.mjs';
import { root } from './run.mjs';

/**
 * Builds into `out`; answers that folder. Each file appears whole under its name: a host that runs meanwhile keeps the old
 * one, where writing into its mapped koffi.node would crash it.
 */
export async function buildHost(out = join(root, 'dist', 'host')) {
  mkdirSync(out, { recursive: true });
  const draft = mkdtempSync(join(out, '.new-'));
  await bundleHost({ outfile: join(draft, 'countersign-host.mjs'), single: false });
  copyFileSync(koffiNative(process.platform, process.arch), join(draft, 'koffi.node'));
  if (process.platform === 'win32') writeFileSync(join(draft, 'countersign-host.bat'), windowsLauncher);
  else {
    writeFileSync(join(draft, 'countersign-host'), launcher);
    chmodSync(join(draft, 'countersign-host'), 0o755);
  }
  for (const name of readdirSync(draft)) renameSync(join(draft, name), join(out, name));
  rmdirSync(draft);
  return out;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(`Built ${await buildHost()}`);
