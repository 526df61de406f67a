import type { CopyKind, CopyPlace, CopyPlaces, CopyTarget } from '@/lib/desk';
import { browser } from 'wxt/browser';
import { downloadsTarget } from './downloads-target';
import { folderTarget, mayWrite, pickFolder } from './folder-target';
import { forgetFolder, keptFolder, keepFolder } from './kept-folder';

const CHOICE = 'copy-place';

type Choice = Pick<CopyPlace, 'id' | 'kind' | 'name'>;

function isChoice(value: unknown): value is Choice {
  const choice = value as Partial<Choice> | undefined;
  return (
    typeof choice === 'object' &&
    typeof choice.id === 'string' &&
    typeof choice.name === 'string' &&
    (choice.kind === 'folder' || choice.kind === 'downloads')
  );
}

async function chosen(): Promise<Choice | null> {
  const { [CHOICE]: value } = await browser.storage.local.get(CHOICE);
  return isChoice(value) ? value : null;
}

async function isWritable({ kind }: Choice): Promise<boolean> {
  if (kind === 'downloads') return browser.permissions.contains({ permissions: ['downloads'] });
  const folder = await keptFolder();
  return folder !== null && (await mayWrite(folder));
}

/** Firefox has no folders that a page may keep; both have downloads. */
const kinds: readonly CopyKind[] = import.meta.env.FIREFOX ? ['downloads'] : ['folder', 'downloads'];

export const copyPlaces: CopyPlaces = {
  kinds,

  async current() {
    const choice = await chosen();
    return choice && { ...choice, writable: await isWritable(choice) };
  },

  async open(): Promise<CopyTarget | null> {
    const choice = await chosen();
    if (!choice || !(await isWritable(choice))) return null;
    if (choice.kind === 'downloads') return downloadsTarget({ ...choice, writable: true });
    const folder = await keptFolder();
    return folder && folderTarget(folder, { ...choice, writable: true });
  },

  async choose(kind) {
    let name: string = kind;
    if (kind === 'folder') {
      const folder = await pickFolder();
      if (!folder) return null;
      await keepFolder(folder);
      name = folder.name;
    } else {
      if (!(await browser.permissions.request({ permissions: ['downloads'] }))) return null;
      await forgetFolder();
    }
    const choice: Choice = { id: crypto.randomUUID(), kind, name };
    await browser.storage.local.set({ [CHOICE]: choice });
    return { ...choice, writable: true };
  },

  async allow() {
    const choice = await chosen();
    if (!choice) return false;
    if (choice.kind === 'downloads') return browser.permissions.request({ permissions: ['downloads'] });
    const folder = await keptFolder();
    return folder !== null && (await mayWrite(folder, { ask: true }));
  },
};
