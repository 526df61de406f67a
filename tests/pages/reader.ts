import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import type { SeenPage } from '@/lib/portal';
import { takeSteps } from '../eval/page-reading/take-steps';

export const CHROMIUM = ['/usr/bin/chromium', chromium.executablePath()].find((path) => existsSync(path));

/** Tabs that are used again and again: a new one costs a process. */
const TABS = 3;

/** One real browser that reads page after page with the detector as it is in the source. */
export interface Reader {
  /** What is seen once `steps` have been taken. */
  read(html: string, steps?: readonly string[]): Promise<SeenPage>;
  close(): Promise<void>;
}

export async function openReader(): Promise<Reader> {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { detect } from '@/lib/portal/detect'; globalThis.countersignDetect = detect",
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
  });
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const context = await browser.newContext();
  await context.addInitScript({ content: outputFiles[0]?.text ?? '' });
  const free = await Promise.all(Array.from({ length: TABS }, () => context.newPage()));
  const waiting: ((tab: Page) => void)[] = [];
  const giveBack = (tab: Page) => {
    const next = waiting.shift();
    if (next) next(tab);
    else free.push(tab);
  };
  return {
    read: async (html, steps = []) => {
      const tab = free.pop() ?? (await new Promise<Page>((take) => waiting.push(take)));
      try {
        // A window of its own: custom elements of the page before are still defined in the old one.
        await tab.goto('about:blank');
        await tab.setContent(html);
        await takeSteps(tab, steps);
        return await tab.evaluate<SeenPage>('countersignDetect(document)');
      } finally {
        giveBack(tab);
      }
    },
    close: () => browser.close(),
  };
}
