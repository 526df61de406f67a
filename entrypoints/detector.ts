import { createSender } from '@/lib/messages';
import type { ToContent, Wire } from '@/lib/messages';
import { runDetector } from '@/lib/portal/detector';
import { TAUGHT_PORTALS } from '@/lib/portal/gate';
import { placeKey, storedPlace } from '@/lib/portal/panel';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

const KEY = Symbol.for('countersign.detector');
const COUNTING = Symbol.for('countersign.counting');
const ASKS_ITSELF = Symbol.for('countersign.page-api');
const scope = globalThis as typeof globalThis & {
  [KEY]?: AbortController;
  [ASKS_ITSELF]?: boolean;
  [COUNTING]?: { canUndo(): boolean };
};

/** Let in by the gate: reads the page, shows the panel, and does in the page what the background asks. */
export default defineUnlistedScript({
  async main() {
    scope[KEY]?.abort();
    const end = new AbortController();
    scope[KEY] = end;
    // Whoever lets it in waits until it listens: a page is read right after, before an order is signed.
    await start(end);
  },
});

async function start(end: AbortController): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const send = createSender((wire) => browser.runtime.sendMessage(wire), version);
  const key = placeKey(location.origin);
  const [kept, profile] = await Promise.all([
    browser.storage.local.get(key),
    // Without an answer the page is read as any page is.
    send('page.profile', {}).then(
      (known) => known,
      () => null,
    ),
  ]);
  if (end.signal.aborted) return;

  const answers = runDetector(
    document,
    {
      seen: (page) => send('page.seen', page),
      act: (action, page) => send('page.act', { action, page }),
      teach: () => send('page.teach', {}),
      receive: (orderId) => send('page.receive', { orderId }),
      gone: () => send('page.gone', {}),
      isAlive: () => browser.runtime?.id !== undefined,
      profile,
      held: (keys) => send('page.submit-held', { keys }),
      submitAnyway: (reason, page, keys) => send('page.submit-anyway', { reason, page, keys }),
      asksItself: () => scope[ASKS_ITSELF] === true,
      canUndoCounts: () => scope[COUNTING]?.canUndo() === true,
      place: storedPlace(kept[key]),
      onPlace: (next) => void browser.storage.local.set({ [key]: next }),
    },
    end,
  );

  const listen = (
    message: unknown,
    sender: { id?: string },
    respond: (answer: unknown) => void,
  ): true | undefined => {
    const wire = message as Partial<Wire>;
    if (sender.id !== browser.runtime.id || wire.countersign !== version) return undefined;
    switch (wire.name as keyof ToContent) {
      case 'content.read':
        answers.read().then(respond, () => respond(null));
        return true;
      case 'content.deliver':
        respond(answers.deliver(wire.payload as ToContent['content.deliver']['payload']));
        return true;
      case 'content.profile':
        answers.profile((wire.payload as ToContent['content.profile']['payload']).profile);
        respond(null);
        return true;
      case 'content.panel':
        answers.show((wire.payload as ToContent['content.panel']['payload']).view);
        respond(null);
        return true;
      default:
        return undefined;
    }
  };
  browser.runtime.onMessage.addListener(listen);
  /** A supplier was changed, or what was taught taken back: this page may be read by other rules now. */
  const portals = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local' || !(TAUGHT_PORTALS in changes)) return;
    send('page.profile', {}).then(
      (next) => !end.signal.aborted && answers.profile(next),
      // The rules that are known stay; they are asked for anew with the next change.
      (error: unknown) => browser.runtime?.id !== undefined && reportError(error),
    );
  };
  browser.storage.onChanged.addListener(portals);
  end.signal.addEventListener(
    'abort',
    () => {
      browser.runtime.onMessage.removeListener(listen);
      browser.storage.onChanged.removeListener(portals);
    },
    { once: true },
  );
}
