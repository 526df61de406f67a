import { thisMachine } from '../install/this-machine';
import { unsafePath, type Unsafe } from '../install/unsafe-path';
import type { Machine } from '../install/machine';
import { ownFiles } from './own-files';

/**
 * The first of this program's own files, or of the folders above them, that another account could change (attacks.md 96);
 * null: none. On Windows, where access lists aren't read, the installer judges by the place.
 */
export function unsafeOwnFile(
  files: readonly string[] = ownFiles(),
  machine: Machine | null = thisMachine(),
): Unsafe | null {
  if (machine === null || machine.platform === 'win32') return null;
  for (const file of files) {
    const unsafe = unsafePath(file, 'user', machine);
    if (unsafe !== null) return unsafe;
  }
  return null;
}
