import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { CHROMIUM } from '../pages/reader';

export { CHROMIUM };

/** What of the extension runs in a supplier's page, for a world of its own beside the page's. */
const ours = `
  import { detect, detectElements } from '@/lib/portal/detect';
  import { startInterception } from '@/lib/portal/intercept';
  import { createPanel } from '@/lib/portal/panel';
  import { mayBeOrder } from '@/lib/portal/gate/may-be-order';
  globalThis.ours = { detect, detectElements, startInterception, createPanel, mayBeOrder };`;

/** A supplier's page that is against us, and our scripts in the world that content scripts have in it. */
export interface Hostile {
  /** Opens the page; scripts of its own run as in any page. `frames`: what its frames find at their addresses. */
  open(html: string, frames?: Readonly<Record<string, string>>): Promise<void>;
  /** An expression in our world, where `ours` is what runs in pages. */
  ours<T>(expression: string): Promise<T>;
  /** An expression in the page's world. */
  theirs<T>(expression: string): Promise<T>;
  click(x: number, y: number): Promise<void>;
  press(key: string): Promise<void>;
  close(): Promise<void>;
}

export const PAGE = 'https://portal.example/cart';

export async function openHostile(): Promise<Hostile> {
  const { outputFiles } = await build({
    stdin: { contents: ours, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    tsconfigRaw: { compilerOptions: { paths: { '@/*': ['./*'] } } },
  });
  const script = outputFiles[0]?.text ?? '';
  const browser = await chromium.launch({
    ...(CHROMIUM && { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  let served: Readonly<Record<string, string>> = {};
  // No network: every address is answered here.
  await page.route('**/*', (route) => {
    const body = served[route.request().url()];
    return body === undefined
      ? route.abort()
      : route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  const session = await page.context().newCDPSession(page);
  let contextId = 0;
  async function ask<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      ...{ expression, contextId, returnByValue: true, awaitPromise: true },
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
  return {
    async open(html, frames = {}) {
      served = { ...frames, [PAGE]: html };
      await page.goto(PAGE);
      const { frameTree } = await session.send('Page.getFrameTree');
      const world = await session.send('Page.createIsolatedWorld', {
        frameId: frameTree.frame.id,
        worldName: 'ours',
      });
      contextId = world.executionContextId;
      await ask(script);
    },
    ours: ask,
    theirs: (expression) => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}
