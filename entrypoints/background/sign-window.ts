import { limits, oneAtATime } from '@/lib/base';
import { browser } from 'wxt/browser';

const KEY = 'signWindow';
const SIZE = { width: 980, height: 900 };

/** One sign window: opened for a request, or brought to the front with the order it already shows (never stacked). */
export function createSignWindow(onClosed: () => void) {
  const inTurn = oneAtATime();
  let awake: ReturnType<typeof setInterval> | null = null;

  async function current(): Promise<number | null> {
    const stored = await browser.storage.session.get(KEY);
    return typeof stored[KEY] === 'number' ? stored[KEY] : null;
  }

  /** A worker sleeps after 30 s without an API call; while an order is being reviewed it must hold the key. */
  function stayAwake(): void {
    awake ??= setInterval(() => void browser.runtime.getPlatformInfo(), limits.keepAwakeMs);
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
    const shown = id === null ? undefined : await windowUrl(id);
    if (id !== null && shown !== undefined) {
      await browser.windows.update(id, { focused: true });
      return shown === url;
    }
    const created = await browser.windows.create({ url, type: 'popup', ...SIZE });
    if (created?.id !== undefined) await browser.storage.session.set({ [KEY]: created.id });
    return true;
  }
}

/** Address of the window's page; undefined when the window is gone, as after a crash that told nobody. */
async function windowUrl(id: number): Promise<string | undefined> {
  const tabs = await browser.tabs.query({ windowId: id });
  return tabs[0]?.url ?? tabs[0]?.pendingUrl;
}
