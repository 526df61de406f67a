import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { extensionIn } from '../e2e/harness/extension';
import { launchChromium } from '../e2e/harness/launch-chromium';
import { savedPages } from '../pages/truth';
import { barLines, barsOf } from './page-reading/bars';
import { ensureBuilt } from './page-reading/built-extension';
import { pageResult, type PageResult } from './page-reading/page-result';
import { readTab } from './page-reading/read-tab';
import { serveFolder } from './page-reading/serve-folder';
import { takeSteps } from './page-reading/take-steps';

/** Opens every page of a folder in real Chromium with the built extension granted to its origin, and says what was read. */
export async function* evalPages(folder: string): AsyncGenerator<PageResult> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort();
  if (files.length === 0) throw new Error('there is no .html file');
  ensureBuilt();
  const profileDir = mkdtempSync(join(tmpdir(), 'countersign-eval-'));
  const served = await serveFolder(folder);
  const context = await launchChromium({ profileDir, headless: true });
  try {
    const worker = await grant(context, served.origin);
    const results: PageResult[] = [];
    for (const [i, file] of files.entries()) {
      process.stderr.write(`${i + 1}/${files.length} ${file}\n`);
      const result = await readOne(context, worker, served.origin, folder, file);
      results.push(result);
      yield result;
    }
    summarise(folder, results);
  } finally {
    await context.close();
    await served.stop();
    rmSync(profileDir, { recursive: true, force: true });
  }
}

/** As a user's grant does: the permission from a page of ours, then the message that this page sends after it. */
async function grant(context: BrowserContext, origin: string): Promise<Worker> {
  const extension = extensionIn(context);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const host = origin.replace(/:\d+$/, '');
  await extension.allowPrompt(host);
  const popup = await extension.openPopup();
  const isGranted = await popup.evaluate(async (pattern) => {
    const { runtime, permissions } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    const answer = await permissions.request({ origins: [pattern] });
    await runtime.sendMessage({
      countersign: runtime.getManifest().version,
      name: 'sites.changed',
      payload: {},
    });
    return answer;
  }, `${host}/*`);
  if (!isGranted) throw new Error('the browser did not grant the origin');
  await popup.close();
  return worker;
}

async function readOne(
  context: BrowserContext,
  worker: Worker,
  origin: string,
  folder: string,
  file: string,
): Promise<PageResult> {
  const page = await context.newPage();
  try {
    await page.addInitScript(watchTasks);
    await page.goto(`${origin}/${encodeURIComponent(file)}`, { waitUntil: 'load' });
    const steps = stepsOf(join(folder, file.replace(/\.html$/, '.json')));
    // Who scrolls has looked at the page first; the extension has then, too.
    if (steps.includes('scroll')) await readTab(page, worker);
    await takeSteps(page, steps);
    const reading = await readTab(page, worker);
    return pageResult(file, reading?.seen ?? null, {
      detectMs: reading && round(reading.detectMs),
      longestTaskMs: round(await longestTask(page)),
    });
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return pageResult(file, null, { detectMs: null, longestTaskMs: null });
  } finally {
    await page.close();
  }
}

/** Once every page is read and printed: how much of it is right, for people, where a folder has truths. */
function summarise(folder: string, results: readonly PageResult[]): void {
  const truths = new Map(savedPages(folder).map(({ name, truth }) => [`${name}.html`, truth]));
  const judged = results.flatMap((result) => {
    const truth = truths.get(result.file);
    return truth ? [{ result, truth }] : [];
  });
  if (judged.length === 0) return;
  process.stderr.write(`${judged.length} pages with truth\n${barLines(barsOf(judged)).join('\n')}\n`);
}

/** Only `steps` may be read of a case's own file; the rest is its truth. */
function stepsOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const { steps } = JSON.parse(readFileSync(file, 'utf8')) as { steps?: unknown };
  return Array.isArray(steps) ? steps.filter((step) => typeof step === 'string') : [];
}

/** Runs in the page: remembers the longest task after it has loaded, which is when reading begins. */
function watchTasks(): void {
  const scope = window as Window & { longestTaskMs?: number };
  scope.longestTaskMs = 0;
  window.addEventListener('load', () => {
    const loaded = performance.now();
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (startTime >= loaded) scope.longestTaskMs = Math.max(scope.longestTaskMs ?? 0, duration);
      }
    }).observe({ type: 'longtask' });
  });
}

function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => (window as Window & { longestTaskMs?: number }).longestTaskMs ?? 0);
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

interface ExtensionApi {
  readonly runtime: {
    getManifest(): { readonly version: string };
    sendMessage(message: object): Promise<unknown>;
  };
  readonly permissions: { request(what: { readonly origins: readonly string[] }): Promise<boolean> };
}
