import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import type { PageBench } from './in-page';

export const CHROMIUM = ['/usr/bin/chromium', chromium.executablePath()].find((path) => existsSync(path));

export interface OpenPageBench {
  run<N extends keyof PageBench>(
    name: N,
    ...args: Parameters<PageBench[N]>
  ): Promise<Awaited<ReturnType<PageBench[N]>>>;
  /** Megabytes that scripts and the page's nodes hold after the garbage was collected. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/** `quick`: the page's timers run that many times as fast, so that a thousand readings need no hour. */
export async function openPageBench({ quick = 1 } = {}): Promise<OpenPageBench> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('in-page.ts', import.meta.url))],
    ...{ bundle: true, write: false, minify: true, format: 'iife' },
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
    absWorkingDir: process.cwd(),
  });
  // An address of its own: pages without one can't change it.
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Bench</title>'),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  const context = await browser.newContext();
  await context.addInitScript(
    `{ const later = setTimeout; window.setTimeout = (work, ms) => later(work, ms / ${String(quick)}); }`,
  );
  await context.addInitScript({ content: outputFiles[0]?.text ?? '' });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  const devtools = await context.newCDPSession(page);
  return {
    run: (name, ...args) =>
      page.evaluate(
        ([name, args]) =>
          (globalThis as unknown as { pageBench: Record<string, (...args: unknown[]) => never> }).pageBench[
            name
          ]?.(...args) as never,
        [name, args] as const,
      ),
    async heap() {
      for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      return usedSize / 1_048_576;
    },
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}
