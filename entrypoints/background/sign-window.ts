import { limits, oneAtATime } from '@/lib/base';
import { browser } from 'wxt/browser';

const KEY = 'signWindow';
const SIZE = { width: 980, height: 900 };

interface SignWindowOptions {
  /** Now and then, as long as the window is open. */
  readonly onAwake: () => void;
  readonly onClosed: () => void;
  /** Whether a request still waits for the signer's answer. */
  readonly isOpen: (requestId: string) => Promise<boolean>;
}

/** One sign window: opened for a request, or brought to the front with the order it already shows (never stacked). */
export function createSignWindow({ onAwake, onClosed, isOpen }: SignWindowOptions) {
  const inTurn = oneAtATime();
  let awake: ReturnType<typeof setInterval> | null = null;

  async function current(): Promise<number | null> {
    const stored = await browser.storage.session.get(KEY);
    return typeof stored[KEY] === 'number' ? stored[KEY] : null;
  }

  /** A worker sleeps after 30 s without an API call; while an order is being reviewed it must hold the key. */
  function stayAwake(): void {
    awake ??= setInterval(() => {
      void browser.runtime.getPlatformInfo();
      onAwake();
    }, limits.keepAwakeMs);
  }

  browser.windows.onRemoved.addListener((windowId) => {
    void current().then(async (id) => {
      if (id !== windowId) return;
      await browser.storage.session.remove(KEY);
      if (awake) clearInterval(awake);
      awake = null;
      onClosed();
    });
  });

  return {
    stayAwake,
    /** Answers whether this request is the one that the window shows; false: another order is being reviewed. */
    open: (requestId: string): Promise<boolean> => inTurn(() => show(requestId)),
  };

  async function show(requestId: string): Promise<boolean> {
    stayAwake();
    const id = await current();
    const url = browser.runtime.getURL(`/sign.html?request=${encodeURIComponent(requestId)}` as '/sign.html');
    const tab = id === null ? undefined : await tabOf(id);
    if (id !== null && tab?.id !== undefined && tab.url !== undefined) {
      await browser.windows.update(id, { focused: true });
      if (tab.url === url) return true;
      const shown = new URL(tab.url).searchParams.get('request');
      if (shown !== null && (await isOpen(shown))) return false;
      // It only shows what became of an order that is decided: the next one takes its place.
      await browser.tabs.update(tab.id, { url });
      return true;
    }
    const created = await browser.windows.create({ url, type: 'popup', ...SIZE });
    if (created?.id !== undefined) await browser.storage.session.set({ [KEY]: created.id });
    return true;
  }
}

/** The window's one page; undefined when the window is gone, as after a crash that told nobody. */
async function tabOf(
  windowId: number,
): Promise<{ readonly id?: number | undefined; readonly url?: string | undefined } | undefined> {
  const [tab] = await browser.tabs.query({ windowId });
  return tab && { id: tab.id, url: tab.url ?? tab.pendingUrl };
}
