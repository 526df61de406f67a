import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { bareExtension } from '../../support/bare-extension';
import type { ArchiveWriter } from '../harness/archive-writer';
import { findBrowser } from '../harness/find-browser';

export const GECKO_ID = 'bare@countersign.example';
const UUID = '6c2b6a52-4c58-4b0c-9d0e-0d6d6b5a9f12';
const ASK_EVERY_MS = 50;
const SHOWN_MS = 30_000;

type Scope = { readonly archiveWriter: ArchiveWriter };

export interface MortalFirefox {
  readonly browser: Browser;
  /** A page of the bare extension, with the archive open and its clock that far ahead. */
  window(aheadMs?: number): Promise<Page>;
  /** SIGKILL; answers once it is gone. */
  kill(): Promise<void>;
}

/** The bare extension as Firefox takes it: a page of its own is all that it needs. Answers its folder. */
export async function bareFirefoxExtension(dir: string, worker: string): Promise<string> {
  await bareExtension({ dir, worker });
  const manifest = {
    ...{ manifest_version: 3, name: 'Bare', version: '1', permissions: ['unlimitedStorage'] },
    browser_specific_settings: { gecko: { id: GECKO_ID } },
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}

/**
 * Firefox with a profile that outlives it. An extension installed by a test is a temporary one, which the next start doesn't
 * know; what it stored stays under its origin, and is found again because its id and its UUID are fixed. (It would go where
 * the browser uninstalls it in an orderly way: hence the two `keep` preferences.)
 */
export async function mortalFirefox(profileDir: string, extension: string): Promise<MortalFirefox> {
  const browser = await puppeteer.launch({
    ...{ browser: 'firefox', executablePath: findBrowser('firefox'), headless: true },
    userDataDir: profileDir,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
    },
  });
  await browser.installExtension(extension);
  return {
    browser,
    async window(aheadMs = 0) {
      const page = await browser.newPage();
      const address = `moz-extension://${UUID}/page.html`;
      void page.goto(address, { timeout: 0 }).catch((error: unknown) => {
        if (browser.connected) throw error;
      });
      const giveUp = performance.now() + SHOWN_MS;
      const isReady = () => 'archiveWriter' in globalThis;
      while (!(await page.evaluate(isReady).catch(() => false))) {
        if (performance.now() > giveUp) throw new Error(`${address} was not shown`);
        await new Promise((wait) => setTimeout(wait, ASK_EVERY_MS));
      }
      await call(page, 'open', aheadMs);
      return page;
    },
    async kill() {
      const child = browser.process();
      if (!child) throw new Error('Firefox is no process of this one');
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Calls what a page of the extension offers. */
export function call<K extends keyof ArchiveWriter>(
  page: Page,
  name: K,
  ...args: Parameters<ArchiveWriter[K]>
): Promise<Awaited<ReturnType<ArchiveWriter[K]>>> {
  return page.evaluate(
    (method, given) => {
      const { archiveWriter } = globalThis as unknown as Scope;
      return (archiveWriter[method as K] as (...all: unknown[]) => never)(...given);
    },
    name,
    args as unknown[],
  );
}
