import { CountersignError } from '@/lib/base/light';
import { createSender } from '@/lib/messages';
import { watchForOrder } from '@/lib/portal/gate';
import { startBridge } from '@/lib/portal/page-api';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

const KEY = Symbol.for('countersign.gate');
const scope = globalThis as typeof globalThis & { [KEY]?: AbortController };

/** On granted sites only: answers the page API, and lets the detector in when the page may be an order. */
export default defineUnlistedScript(() => {
  // Between this frame and the page around it may stand one that nobody granted (attacks.md 71): only the frame directly
  // in the page is heard, and the background looks at both.
  if (window.parent !== window.top) return;
  scope[KEY]?.abort();
  const end = new AbortController();
  scope[KEY] = end;
  /** False once the extension was updated or removed under this page: only then nothing here can work any more. */
  const isAlive = () => browser.runtime?.id !== undefined;
  const transport = (wire: unknown): Promise<unknown> => {
    if (!isAlive()) {
      end.abort();
      return Promise.reject(new CountersignError('message/version-mismatch'));
    }
    return browser.runtime.sendMessage(wire);
  };
  const send = createSender(transport, browser.runtime.getManifest().version);

  startBridge({ window, forward: (request) => send('page.api', request), signal: end.signal });
  const offer = () =>
    send('page.settled', {}).then(
      () => true,
      () => {
        if (!isAlive()) end.abort();
        return false;
      },
    );
  watchForOrder(document, offer, end.signal);
});
