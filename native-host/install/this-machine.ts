import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { isSea } from 'node:sea';
import { ownFiles } from '../process/own-files';
import type { Machine, Platform } from './machine';
import { nodeFiles } from './node-files';
import { regExe, windowsRegistry } from './windows-registry';

const platforms: readonly Platform[] = ['linux', 'darwin', 'win32'];

/** The computer that this runs on; null: a system for which no browser's places are known. */
export function thisMachine(): Machine | null {
  const platform = platforms.find((name) => name === process.platform);
  if (platform === undefined) return null;
  return {
    platform,
    home: homedir(),
    env: process.env,
    uid: process.getuid?.() ?? null,
    executable: executable(),
    own: ownFiles(),
    root: '',
    files: nodeFiles,
    registry: platform === 'win32' ? windowsRegistry(regExe(process.env)) : null,
  };
}

/** A manifest names a program without arguments: the single executable, or the launcher beside the bundle. */
function executable(): string {
  if (isSea()) return realpathSync(process.execPath);
  const script = process.argv[1] ?? '';
  const folder = dirname(existsSync(script) ? realpathSync(script) : script);
  return join(folder, process.platform === 'win32' ? 'countersign-host.bat' : 'countersign-host');
}
