import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../harness/find-browser';

const built = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const GECKO_ID = 'countersign@countersign.example';
/** Firefox makes a random one per profile; a fixed one lets tests name the extension's pages. */
const UUID = '6c2b6a52-4c58-4b0c-9d0e-0d6d6b5a9f11';

/** As long as a busy machine takes to open a page. */
const SHOWN_MS = 30_000;
const ASK_EVERY_MS = 50;

export interface FirefoxWithExtension {
  readonly browser: Browser;
  /** Opens a page of the extension; `goto` of a moz-extension address never resolves, so its title is awaited. */
  openExtensionPage(path: string): Promise<Page>;
  /** Asks the browser's permission question from a real click; the profile answers yes by itself. */
  allow(pattern: string): Promise<void>;
}

interface Permissions {
  readonly browser: { readonly permissions: { request(asked: { origins: string[] }): Promise<boolean> } };
}

/**
 * Without the compilers, whose caches hold typed arrays that stand for a shape and have no octets: whoever reads one, as a
 * search of the memory does, crashes the process.
 */
export const interpreted = {
  'javascript.options.blinterp': false,
  'javascript.options.baselinejit': false,
  'javascript.options.ion': false,
};

/** Starts the real Firefox ESR over WebDriver BiDi with the built extension. `env`: beside this process's own. */
export async function launchFirefox(
  env: Readonly<Record<string, string>> = {},
  prefs: Readonly<Record<string, boolean | number | string>> = {},
): Promise<FirefoxWithExtension> {
  if (!existsSync(`${built}/manifest.json`))
    throw new Error('The extension is not built: run `npm run build` first.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    env: { ...process.env, ...env },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      ...prefs,
    },
  });
  await browser.installExtension(built);
  const openExtensionPage = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    const address = `moz-extension://${UUID}/${path}`;
    void page.goto(address, { timeout: 0 }).catch((error: unknown) => {
      if (!browser.connected) return;
      throw error;
    });
    await shown(page, address);
    return page;
  };
  return {
    browser,
    openExtensionPage,
    async allow(pattern) {
      const page = await openExtensionPage('popup.html');
      await page.evaluate((origin) => {
        const button = document.createElement('button');
        button.id = 'allow-for-test';
        button.textContent = 'Allow';
        button.addEventListener('click', () => {
          const { permissions } = (globalThis as unknown as Permissions).browser;
          void permissions
            .request({ origins: [origin] })
            .then((granted) => (document.title = `granted ${granted}`));
        });
        document.body.prepend(button);
      }, pattern);
      await page.click('#allow-for-test');
      await page.waitForFunction(() => document.title === 'granted true');
      await page.close();
    },
  };
}

/**
 * Waits until the page shows the address. Asked again and again, because a document that goes while it is asked answers
 * with an error of the driver's own.
 */
async function shown(page: Page, address: string): Promise<void> {
  const giveUp = performance.now() + SHOWN_MS;
  const isShown = (want: string) => location.href.startsWith(want) && document.readyState === 'complete';
  for (let failure: unknown = null; ; await new Promise((wait) => setTimeout(wait, ASK_EVERY_MS))) {
    const answer = await page.evaluate(isShown, address).catch((error: unknown) => {
      failure = error;
      return false;
    });
    if (answer) return;
    if (performance.now() > giveUp) throw new Error(`${address} was not shown`, { cause: failure });
  }
}
