import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './code-of';
import type { Entry, Files } from './machine';

/** The real file system. Modes are set by name, because the host's own umask keeps its files from everybody else. */
export const nodeFiles: Files = {
  read: (path) => orNull(() => readFileSync(path, 'utf8')),
  look: (path) => orNull(() => entryOf(lstatSync(path))),
  real: (path) => orNull(() => realpathSync(path)),
  remove: (path) => {
    rmSync(path, { force: true });
  },
  write(path, text) {
    const made = makeFolder(dirname(path));
    const draft = `${path}.${process.pid}.new`;
    try {
      writeFileSync(draft, text, { flag: 'wx' });
      chmodSync(draft, 0o644);
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  },
};

/** Answers the outermost folder that had to be made, if any. */
function makeFolder(folder: string): readonly string[] {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return [];
  for (let at = folder; at.length >= first.length; at = dirname(at)) chmodSync(at, 0o755);
  return [first];
}

function entryOf(stats: Stats): Entry {
  const kind = stats.isFile()
    ? 'file'
    : stats.isDirectory()
      ? 'folder'
      : stats.isSymbolicLink()
        ? 'link'
        : 'other';
  return { kind, mode: stats.mode & 0o7777, uid: stats.uid, gid: stats.gid };
}

function orNull<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}
