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

/** As the detector does it: what was seen of a list while it was scrolled isn't forgotten. */
const inPage = `
  import { detectElements } from '@/lib/portal/detect';
  import { createLivingReader, rowPlaces, watchScrolling } from '@/lib/portal/living';
  let reader;
  globalThis.countersignRead = () => {
    reader ??= createLivingReader({
      now: () => {
        const { page, lines } = detectElements(document);
        return { page, places: rowPlaces(lines.map(({ element }) => element)) };
      },
      inSlices: () => Promise.reject(new Error('not used here')),
      scrolling: watchScrolling(document, new AbortController().signal),
    });
    return reader.now();
  };`;

export async function openReader(): Promise<Reader> {
  const { outputFiles } = await build({
    stdin: { contents: inPage, resolveDir: process.cwd() },
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
        const read = () => tab.evaluate<SeenPage>('countersignRead()');
        if (steps.includes('scroll')) await read();
        await takeSteps(tab, steps, { screenMs: 100, onScreen: read });
        return await read();
      } finally {
        giveBack(tab);
      }
    },
    close: () => browser.close(),
  };
}
