import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export interface Shots {
  readonly folder: string;
  /** Says what was done and keeps a picture of it: `07-accepted.png`. */
  take(name: string, sentence: string, page: Page, options?: { readonly fullPage?: boolean }): Promise<void>;
}

/** Numbered pictures in a folder that is emptied first. */
export function createShots(folder: string): Shots {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return {
    folder,
    async take(name, sentence, page, { fullPage = false } = {}) {
      const file = `${String(++count).padStart(2, '0')}-${name}.png`;
      // Where the page was left scrolled, what keeps its place in the window would stand in the middle.
      if (fullPage) await page.evaluate(() => window.scrollTo(0, 0));
      await page.screenshot({ path: join(folder, file), fullPage });
      console.log(`${file.padEnd(30)} ${sentence}`);
    },
  };
}
