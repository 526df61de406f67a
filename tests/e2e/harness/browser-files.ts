import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { fromBase64 } from '@/lib/base';

/** What the page's own file system holds, as the test may take it out. */
interface Kept {
  readonly path: string;
  readonly base64: string;
}

/**
 * The browser's dialogs for files and folders can't be pressed from here. The page gets what they would give, real handles
 * with real permissions and streams, in the page's own file system.
 */
export async function answerFileDialogs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const root = () => navigator.storage.getDirectory();
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await root()).getFileHandle(suggestedName, { create: true }),
      showDirectoryPicker: async () => (await root()).getDirectoryHandle('Order copies', { create: true }),
    });
  });
}

/** As in browsers without that dialog: what is saved becomes a download. */
export async function saveAsDownload(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

/** Copies what was written through `answerFileDialogs` into a folder of this machine; answers the paths. */
export async function takeOut(page: Page, into: string): Promise<string[]> {
  const kept = await page.evaluate(async () => {
    const found: Kept[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string) => {
      const entries = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
      for await (const entry of entries) {
        const name = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.kind === 'directory') await walk(entry as FileSystemDirectoryHandle, name);
        else {
          const bytes = new Uint8Array(await (await (entry as FileSystemFileHandle).getFile()).arrayBuffer());
          let text = '';
          for (const byte of bytes) text += String.fromCharCode(byte);
          found.push({ path: name, base64: btoa(text) });
        }
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return found;
  });
  for (const { path, base64 } of kept) {
    const file = join(into, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fromBase64(base64));
  }
  return kept.map(({ path }) => path);
}
