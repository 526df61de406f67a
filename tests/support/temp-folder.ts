import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new folder in the system's folder for such, by its real path. `whenOver` says when it is removed: Vitest's
 * `onTestFinished` in a test, its `afterAll` in a file.
 */
export function tempFolder(whenOver: (remove: () => void) => void): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-')));
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
