import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { fromBase64 } from '@/lib/base';

/** What the page's own file system holds, as the test may take it out. */
interface Kept {
  readonly path: string;
  readonly base64: string;
}

/** As text: what compiles the tour writes helpers of its own into functions, which the page doesn't have. */
const ANSWERS = `
  showSaveFilePicker = async ({ suggestedName }) =>
    (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('Order copies', { create: true });
`;

/**
 * The browser's dialogs for files and folders can't be pressed from here. The page gets what they would give, real handles
 * with real permissions and streams, in the page's own file system.
 */
export async function answerFileDialogs(page: Page): Promise<void> {
  await page.addInitScript({ content: ANSWERS });
}

/** As in browsers without that dialog: what is saved becomes a download. */
export async function saveAsDownload(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

/** Copies what was written through `answerFileDialogs` into a folder of this machine; answers the paths. */
export async function takeOut(page: Page, into: string): Promise<string[]> {
  const kept = await page.evaluate(async () => {
    const found: Kept[] = [];
    const folders = [{ folder: await navigator.storage.getDirectory(), at: '' }];
    for (const { folder, at } of folders) {
      const entries = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
      for await (const entry of entries) {
        const path = `${at}${entry.name}`;
        if (entry.kind === 'directory')
          folders.push({ folder: entry as FileSystemDirectoryHandle, at: `${path}/` });
        else {
          const bytes = new Uint8Array(await (await (entry as FileSystemFileHandle).getFile()).arrayBuffer());
          let text = '';
          for (const byte of bytes) text += String.fromCharCode(byte);
          found.push({ path, base64: btoa(text) });
        }
      }
    }
    return found;
  });
  for (const { path, base64 } of kept) {
    const file = join(into, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fromBase64(base64));
  }
  return kept.map(({ path }) => path);
}
