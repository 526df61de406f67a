import { createSender } from '@/lib/messages';
import { startTeaching } from '@/lib/portal/teach';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

const KEY = Symbol.for('countersign.teach');
const scope = globalThis as typeof globalThis & { [KEY]?: AbortController };

/** Let in when a person presses Teach in the panel; gone when they keep or leave. */
export default defineUnlistedScript(() => {
  scope[KEY]?.abort();
  const end = new AbortController();
  scope[KEY] = end;
  void start(end);
});

async function start(end: AbortController): Promise<void> {
  const send = createSender(
    (wire) => browser.runtime.sendMessage(wire),
    browser.runtime.getManifest().version,
  );
  const profile = await send('page.profile', {});
  if (end.signal.aborted) return;
  startTeaching(document, { profile, keep: (reading) => send('page.taught', { reading }) }, end);
}
