import { chmodSync, copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun, tool } from '../run.mjs';
import { bundleHost } from './bundle.mjs';
import { quietly } from './quietly.mjs';

/** Node's own mark for the place of the blob (Node.js documentation, "Single executable applications"). */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/**
 * The host and Node as one executable at `out`, for the platform that this runs on; answers what went into it (esbuild's
 * inputs). Koffi's native file stays beside it: as an asset it would have to be unpacked each time it is loaded, to a
 * place where another program might get at it.
 */
export async function buildSingleExecutable(out) {
  const draft = mkdtempSync(join(dirname(out), '.single-'));
  try {
    const blob = join(draft, 'host.blob');
    const program = join(draft, 'host');
    const { metafile } = await bundleHost({ outfile: join(draft, 'host.cjs'), single: true });
    // The blob carries the bundle's path as it is named here: relative, so that the same sources make the same bytes.
    const config = { main: 'host.cjs', output: 'host.blob', disableExperimentalSEAWarning: true };
    writeFileSync(join(draft, 'sea.json'), JSON.stringify(config));
    quietly(process.execPath, ['--experimental-sea-config', 'sea.json'], { cwd: draft });
    copyFileSync(process.execPath, program);
    chmodSync(program, 0o755);
    // Before the blob goes in: stripping afterwards would take it out again.
    if (process.platform === 'linux') quietly('strip', [program]);
    if (process.platform === 'darwin') await mustRun('codesign', ['--remove-signature', program]);
    const segment = process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : [];
    quietly(tool('postject'), [program, 'NODE_SEA_BLOB', blob, '--sentinel-fuse', FUSE, ...segment]);
    if (process.platform === 'darwin') await mustRun('codesign', ['--sign', '-', program]);
    renameSync(program, out);
    return Object.keys(metafile.inputs);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
