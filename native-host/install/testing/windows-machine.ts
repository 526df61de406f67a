import type { Machine } from '../machine';

export interface WindowsMachine extends Machine {
  readonly disk: Map<string, string>;
  readonly keys: Map<string, string>;
}

/** A Windows computer in memory, with the programs and keys that are named. */
export function windowsMachine(programs: readonly string[] = [], executable?: string): WindowsMachine {
  const host = executable ?? 'C:\\Program Files\\Countersign\\countersign-host.exe';
  const disk = new Map([host, ...programs].map((path) => [path, 'MZ']));
  const keys = new Map<string, string>();
  return {
    platform: 'win32',
    home: 'C:\\Users\\pat',
    env: {
      LOCALAPPDATA: 'C:\\Users\\pat\\AppData\\Local',
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      SystemRoot: 'C:\\Windows',
    },
    uid: null,
    executable: host,
    own: [host],
    root: '',
    disk,
    keys,
    files: {
      read: (path) => disk.get(path) ?? null,
      write: (path, text) => void disk.set(path, text),
      remove: (path) => void disk.delete(path),
      look: (path) => (disk.has(path) ? { kind: 'file', mode: 0o666, uid: 0, gid: 0 } : null),
      real: (path) => (disk.has(path) ? path : null),
    },
    registry: {
      read: (key) => keys.get(key) ?? null,
      write: (key, value) => void keys.set(key, value),
      remove: (key) => void keys.delete(key),
    },
  };
}
