import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry, Machine } from '../machine';
import { nodeFiles } from '../node-files';

export interface UnixMachine extends Machine {
  /** Makes an empty folder of this machine, as a browser's profile or program. */
  folder(path: string): string;
}

/**
 * A computer in a real temporary folder: `home/`, the host in `opt/`, and system paths below the same root. `entry`
 * changes what is told of a path, for owners that a test can't give.
 */
export function unixMachine(
  platform: 'linux' | 'darwin',
  entry: (path: string, found: Entry) => Entry = (_, found) => found,
): UnixMachine {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-install-')));
  const executable = join(root, 'opt', 'countersign-host', 'countersign-host');
  const folder = (path: string) => {
    mkdirSync(join(root, path), { recursive: true, mode: 0o755 });
    return join(root, path);
  };
  folder('opt/countersign-host');
  folder('home');
  writeFileSync(executable, '#!/bin/sh\n', { mode: 0o755 });
  return {
    platform,
    home: join(root, 'home'),
    env: {},
    uid: process.getuid?.() ?? 0,
    executable,
    own: [executable],
    root,
    registry: null,
    folder,
    files: {
      ...nodeFiles,
      look: (path) => {
        const found = nodeFiles.look(path);
        return found && entry(path, found);
      },
    },
  };
}
