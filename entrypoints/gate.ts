import { CountersignError } from '@/lib/base/light';
import { createSender } from '@/lib/messages';
import { isTaught, TAUGHT_PORTALS, watchForOrder } from '@/lib/portal/gate';
import { isHeardFrame, startBridge } from '@/lib/portal/page-api';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

const KEY = Symbol.for('countersign.gate');
/** The detector reads it: a site that asks by itself isn't held for an order that isn't signed yet. */
const ASKS_ITSELF = Symbol.for('countersign.page-api');
const scope = globalThis as typeof globalThis & {
  [KEY]?: { readonly end: AbortController; readonly isAlive: () => boolean };
  [ASKS_ITSELF]?: boolean;
};

/** On granted sites only: answers the page API, and lets the detector in when the page may be an order. */
export default defineUnlistedScript(() => {
  if (!isHeardFrame(window)) return;
  const before = scope[KEY];
  // Run again because some other site was allowed: who waits for a signature here goes on waiting.
  if (before?.isAlive()) return;
  before?.end.abort();
  const end = new AbortController();
  /** False once the extension was updated or removed under this page: only then nothing here can work any more. */
  const isAlive = () => browser.runtime?.id !== undefined;
  scope[KEY] = { end, isAlive };
  const transport = (wire: unknown): Promise<unknown> => {
    if (!isAlive()) {
      end.abort();
      return Promise.reject(new CountersignError('message/version-mismatch'));
    }
    return browser.runtime.sendMessage(wire);
  };
  const send = createSender(transport, browser.runtime.getManifest().version);

  startBridge({
    window,
    hear: () => {
      scope[ASKS_ITSELF] = true;
      return send('page.hello', {});
    },
    forward: (request) => send('page.api', request),
    acknowledge: (nonce) => send('page.ack', { nonce }),
    submitted: (nonce) => send('page.submitted', { nonce }),
    signal: end.signal,
  });
  const offer = () =>
    send('page.settled', {}).then(
      () => true,
      () => {
        if (!isAlive()) end.abort();
        return false;
      },
    );
  const taught = browser.storage.local.get(TAUGHT_PORTALS).then(
    (kept) => isTaught(kept[TAUGHT_PORTALS], location.href),
    // Without an answer the page is offered for what it says.
    () => false,
  );
  watchForOrder(document, offer, end.signal, taught);
});
