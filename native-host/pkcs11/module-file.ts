import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { CountersignError } from '@/lib/base';
import { builtFor } from './built-for';

/** Enough for the headers that name the architecture. */
const HEAD_BYTES = 4_096;

/**
 * Looks at a module's file before it is loaded. Throws `token/module-missing` unless the path is absolute and leads to a
 * file, `token/module-not-pkcs11` where that is no library of this system, `token/module-wrong-architecture` where it was
 * made for another processor.
 */
export function checkModuleFile(path: string, platform = process.platform, arch = process.arch): void {
  const head = isAbsolute(path) && !path.includes('\0') ? headOf(path) : null;
  if (head === null) throw new CountersignError('token/module-missing', { path });
  const built = builtFor(head);
  if (built === null || built.platform !== familyOf(platform))
    throw new CountersignError('token/module-not-pkcs11', { path, detail: built?.platform ?? '?' });
  if (!built.archs.includes(arch)) throw new CountersignError('token/module-wrong-architecture', { path });
}

function headOf(path: string): Buffer | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
  try {
    if (!fstatSync(file).isFile()) return null;
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function familyOf(platform: NodeJS.Platform): 'ELF' | 'PE' | 'Mach-O' {
  if (platform === 'win32') return 'PE';
  return platform === 'darwin' ? 'Mach-O' : 'ELF';
}
