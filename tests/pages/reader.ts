import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import type { SeenPage } from '@/lib/portal';
import { takeSteps } from '../eval/page-reading/take-steps';

export const CHROMIUM = ['/usr/bin/chromium', chromium.executablePath()].find((path) => existsSync(path));

/** One real browser that reads page after page with the detector as it is in the source. */
export interface Reader {
  /** What is seen once `steps` have been taken. */
  read(html: string, steps?: readonly string[]): Promise<SeenPage>;
  close(): Promise<void>;
}

export async function openReader(): Promise<Reader> {
  const { outputFiles } = await build({
    stdin: { contents: "export { detect } from '@/lib/portal/detect'", resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'countersignDetect',
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
  });
  const script = outputFiles[0]?.text ?? '';
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  return {
    read: async (html, steps = []) => {
      const page = await browser.newPage();
      try {
        await page.setContent(html);
        await takeSteps(page, steps);
        return await page.evaluate<SeenPage>(`(()=>{${script};return countersignDetect.detect(document)})()`);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}
