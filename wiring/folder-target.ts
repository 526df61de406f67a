import { CountersignError } from '@/lib/base';
import type { CopyPlace, CopyTarget } from '@/lib/desk';

/** What Chromium has beyond the types of the DOM. */
interface Asked {
  queryPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(descriptor: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** `ask` only from a click: the browser asks the user. */
export async function mayWrite(folder: FileSystemDirectoryHandle, { ask = false } = {}): Promise<boolean> {
  const asked = folder as unknown as Asked;
  const state = await (ask
    ? asked.requestPermission({ mode: 'readwrite' })
    : asked.queryPermission({ mode: 'readwrite' }));
  return state === 'granted';
}

/** Null: the user closed the dialog. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  const { showDirectoryPicker } = globalThis as unknown as { showDirectoryPicker: Picker };
  try {
    return await showDirectoryPicker({ id: 'countersign-copies', mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

async function reach(
  folder: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemFileHandle> {
  const parts = path.split('/');
  const name = parts.pop() ?? path;
  let at = folder;
  for (const part of parts) at = await at.getDirectoryHandle(part, { create });
  return at.getFileHandle(name, { create });
}

export function folderTarget(folder: FileSystemDirectoryHandle, place: CopyPlace): CopyTarget {
  const lost = (error: unknown) =>
    new CountersignError(
      'archive/copy-folder-lost',
      { folder: place.name, detail: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  return {
    ...place,

    async has(path) {
      try {
        await reach(folder, path, false);
        return true;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return false;
        throw lost(error);
      }
    },

    async write(path, bytes) {
      try {
        // What is written takes the old file's place when it is closed, so that a copy that dies leaves whole files.
        const stream = await (await reach(folder, path, true)).createWritable();
        await stream.write(bytes);
        await stream.close();
      } catch (error) {
        throw lost(error);
      }
    },

    finish: () => Promise.resolve(),
  };
}
