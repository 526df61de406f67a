/**
 * `npm run build:host`: the native host in dist/host as a folder that can be moved: a bundle that needs Node alone, the
 * native file of koffi beside it, and a launcher, because a browser's manifest names an executable without arguments.
 * With `-- --sea` also as one executable with Node inside, in dist/host-single; with `-- --deb` that as a Debian package in
 * dist. `-- --out DIR` puts all of it elsewhere.
 */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleHost } from './host/bundle.mjs';
import { launcher, windowsLauncher } from './host/launcher.mjs';
import { buildDeb } from './host/deb.mjs';
import { koffiNative } from './host/koffi-native.mjs';
import { buildSingleExecutable } from './host/sea.mjs';
import { root } from './run.mjs';

/**
 * Builds into `out`; answers that folder. Each file appears whole under its name: a host that runs meanwhile keeps the old
 * one, where writing into its mapped koffi.node would crash it.
 */
export async function buildHost(out = join(root, 'dist', 'host')) {
  mkdirSync(out, { recursive: true });
  const draft = mkdtempSync(join(out, '.new-'));
  try {
    await bundleHost({ outfile: join(draft, 'countersign-host.mjs'), single: false });
    copyFileSync(koffiNative(process.platform, process.arch), join(draft, 'koffi.node'));
    if (process.platform === 'win32') writeFileSync(join(draft, 'countersign-host.bat'), windowsLauncher);
    else {
      writeFileSync(join(draft, 'countersign-host'), launcher);
      chmodSync(join(draft, 'countersign-host'), 0o755);
    }
    copyPapers(draft);
    for (const name of readdirSync(draft)) renameSync(join(draft, name), join(out, name));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return out;
}

/** The single executable with koffi's native file in `out`; answers what went into it. */
async function buildSingle(out) {
  mkdirSync(out, { recursive: true });
  const program = process.platform === 'win32' ? 'countersign-host.exe' : 'countersign-host';
  const inputs = await buildSingleExecutable(join(out, program));
  copyFileSync(koffiNative(process.platform, process.arch), join(out, 'koffi.node'));
  copyPapers(out);
  return { executable: join(out, program), inputs };
}

/** Whoever unpacks the folder finds the guide that the extension speaks of. */
function copyPapers(out) {
  copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'));
  copyFileSync(join(root, 'docs', 'token-helper.md'), join(out, 'token-helper.md'));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { sea: { type: 'boolean' }, deb: { type: 'boolean' }, out: { type: 'string' } },
  });
  const dist = resolve(values.out ?? join(root, 'dist'));
  console.log(`Built ${await buildHost(join(dist, 'host'))}`);
  if (values.sea || values.deb) {
    const single = await buildSingle(join(dist, 'host-single'));
    console.log(`Built ${single.executable}`);
    if (values.deb) console.log(`Built ${await buildDeb({ ...single, folder: dist })}`);
  }
}
