import { expect, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { markWorkers } from './worker-mark';

/** Follows from the public key in the manifest. */
export const EXTENSION_ID = 'jmlcigkhofnmhncopmcmgjamdikaophc';

/** What tests do with the installed extension beside using its pages. */
export interface Extension {
  readonly context: BrowserContext;
  url(path: string): string;
  open(path: string): Promise<Page>;
  openPopup(): Promise<Page>;
  /** The sign window that is open now or opens within 10 s. */
  signWindow(): Promise<Page>;
  signWindows(): readonly Page[];
  /** Lets the browser's permission prompt answer yes for these origins: there is nobody to click on it. */
  allowPrompt(...origins: readonly string[]): Promise<void>;
  /**
   * Ends the service worker's life, as 30 idle seconds do, and answers once that very worker is gone; the next message
   * starts another. That may be at once: an open window learns of the end, and asks.
   */
  killWorker(): Promise<void>;
  workerRuns(): Promise<boolean>;
  /**
   * Makes a call of the browser's interface hang in the running worker, as if it died right there: answers a function
   * that tells whether the call was reached. `path` such as `windows.create` below `chrome`, or `crypto.subtle.sign`;
   * with `only`, calls whose arguments don't contain that text go through.
   */
  hangWorkerAt(path: string, only?: string): Promise<() => Promise<boolean>>;
  badge(): Promise<string>;
}

export function extensionIn(context: BrowserContext): Extension {
  const url = (path: string) => `chrome-extension://${EXTENSION_ID}/${path}`;
  const signWindows = () =>
    context.pages().filter((page) => !page.isClosed() && page.url().startsWith(url('sign.html')));
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(url(path));
    return page;
  };

  const withBrowserSession = async <T>(act: (session: CDPSession) => Promise<T>): Promise<T> => {
    const browser = context.browser();
    if (!browser) throw new Error('the browser is gone');
    const session = await browser.newBrowserCDPSession();
    try {
      return await act(session);
    } finally {
      await session.detach();
    }
  };
  const workers = () =>
    withBrowserSession(async (session) => {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos
        .filter((target) => target.type === 'service_worker' && target.url.startsWith(url('')))
        .map(({ targetId }) => targetId);
    });

  return {
    context,
    url,
    open,
    openPopup: () => open('popup.html'),
    signWindows,
    async signWindow() {
      await expect
        .poll(() => signWindows().length, { message: 'a sign window opens', intervals: [50] })
        .toBeGreaterThan(0);
      const [page] = signWindows();
      if (!page) throw new Error('the sign window closed again');
      await page.waitForLoadState('domcontentloaded');
      return page;
    },
    async allowPrompt(...origins) {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        async ([id, patterns]) => {
          const { developerPrivate } = (
            globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }
          ).chrome;
          for (const pattern of patterns) await developerPrivate.addHostPermission(id, pattern);
        },
        [EXTENSION_ID, origins.map((origin) => `${origin}/*`)] as const,
      );
      await page.close();
    },
    workerRuns: async () => (await workers()).length > 0,
    killWorker: () =>
      withBrowserSession(async (session) => {
        const running = await workers();
        const mark = await markWorkers(session, running);
        for (const targetId of running) await session.send('Target.closeTarget', { targetId });
        const survives = async () => mark.isIn(await workers());
        await expect.poll(survives, { message: 'this worker still runs' }).toBe(false);
      }),
    async hangWorkerAt(path, only = '') {
      const worker = context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
      await worker.evaluate(
        ([where, text]) => {
          type Call = (...args: unknown[]) => unknown;
          const names = where.split('.');
          const last = names.pop() ?? '';
          const scope = globalThis as unknown as Record<string, unknown>;
          let owner = (names[0] === 'crypto' ? scope : scope.chrome) as Record<string, unknown>;
          for (const name of names) owner = owner[name] as Record<string, unknown>;
          const real = (owner[last] as Call).bind(owner);
          const hanging: Call = (...args) => {
            if (text !== '' && !(JSON.stringify(args) ?? '').includes(text)) return real(...args);
            scope.countersignHangs = true;
            return new Promise(() => undefined);
          };
          Object.defineProperty(owner, last, { configurable: true, value: hanging });
        },
        [path, only] as const,
      );
      return () =>
        worker.evaluate(() => (globalThis as unknown as Record<string, unknown>).countersignHangs === true);
    },
    async badge() {
      const page = await open('popup.html');
      const text = await page.evaluate(() =>
        (globalThis as unknown as { chrome: ChromeAction }).chrome.action.getBadgeText({}),
      );
      await page.close();
      return text;
    },
  };
}

interface DeveloperPrivate {
  addHostPermission(id: string, pattern: string): Promise<void>;
}
interface ChromeAction {
  readonly action: { getBadgeText(details: object): Promise<string> };
}
