import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeenPage } from '@/lib/portal';
import { differences } from './differences';
import { savedPages } from './truth';

const CHROMIUM = ['/usr/bin/chromium', chromium.executablePath()].find((path) => existsSync(path));

/** Saved pages in a real browser: hidden, struck and off-screen text needs a layout. */
describe.skipIf(!CHROMIUM)('saved pages', () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export { detect } from '@/lib/portal/detect'", resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'countersignDetect',
      tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
    });
    script = outputFiles[0]?.text ?? '';
    browser = await chromium.launch({
      ...(CHROMIUM && { executablePath: CHROMIUM }),
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }, 60_000);
  afterAll(() => browser.close());

  test.each(savedPages().map((page) => [page.name, page] as const))(
    '%s',
    { timeout: 20_000 },
    async (_, saved) => {
      const page = await browser.newPage();
      await page.setContent(saved.html);
      for (const step of saved.steps) {
        const [, ms] = /^wait (\d+)$/.exec(step) ?? [];
        if (ms) await page.waitForTimeout(Number(ms));
      }
      await page.addScriptTag({ content: script });
      const seen = await page.evaluate<SeenPage>('countersignDetect.detect(document)');
      await page.close();
      const found = differences(seen, saved.truth);
      expect(found, found.join('\n')).toEqual([]);
    },
  );
});
