import { posix, win32 } from 'node:path';
import type { Entry, Machine } from './machine';
import type { Scope } from './places';

/** Why others could put another program in the host's place (attacks.md 96). */
export interface Unsafe {
  readonly why: 'writable' | 'owner' | 'place';
  readonly path: string;
}

const STICKY = 0o1000;
const GROUP = 0o020;
const OTHERS = 0o002;
/** macOS: whoever is in this group administers the computer anyway. */
const MACOS_ADMIN = 80;

/**
 * The first thing on the way to `path` that somebody else may change; null: nobody may. What isn't there yet is judged
 * by the folder in which it will be made.
 */
export function unsafePath(path: string, scope: Scope, machine: Machine): Unsafe | null {
  if (machine.platform === 'win32') return unsafeOnWindows(path, scope, machine);
  const { files, uid, platform, root } = machine;
  let at = path;
  while (files.real(at) === null && at !== posix.dirname(at)) at = posix.dirname(at);
  for (let step = files.real(at) ?? at; ; step = posix.dirname(step)) {
    const entry = files.look(step);
    if (entry !== null) {
      if (entry.uid !== 0 && (scope === 'system' || entry.uid !== uid)) return { why: 'owner', path: step };
      if (isOpen(entry, platform)) return { why: 'writable', path: step };
    }
    if (step === posix.dirname(step) || (root !== '' && step === root)) return null;
  }
}

function isOpen({ kind, mode, uid, gid }: Entry, platform: Machine['platform']): boolean {
  // Names in such a folder belong to their owners, as in /tmp; each is judged by itself.
  if (kind === 'folder' && (mode & STICKY) !== 0) return false;
  if ((mode & OTHERS) !== 0) return true;
  // Root's group, a user's group of one's own (Debian, Fedora), and macOS's administrators hold nobody else.
  const closed =
    gid === 0 || (gid === uid && platform === 'linux') || (gid === MACOS_ADMIN && platform === 'darwin');
  return (mode & GROUP) !== 0 && !closed;
}

/** Windows's access lists aren't read: folders that are protected by default are known by name. */
function unsafeOnWindows(path: string, scope: Scope, { env, home }: Machine): Unsafe | null {
  const forAll = [env.ProgramFiles, env['ProgramFiles(x86)'], env.SystemRoot];
  const folders = scope === 'system' ? forAll : [...forAll, home, env.LOCALAPPDATA];
  const inside = folders.some((folder) => {
    if (!folder) return false;
    const way = win32.relative(folder, path);
    return way !== '' && !way.startsWith('..') && !win32.isAbsolute(way);
  });
  return inside ? null : { why: 'place', path };
}
