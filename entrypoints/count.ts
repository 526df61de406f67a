import { limits } from '@/lib/base/light';
import type { ToContent, Wire } from '@/lib/messages';
import { countingOn, rowsOf, type Counting } from '@/lib/portal/count';
import type { PortalProfile } from '@/lib/portal';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

const KEY = Symbol.for('countersign.counting');
type Here = Counting & { isAlive(): boolean };
const scope = globalThis as typeof globalThis & { [KEY]?: Here };

/** Let in when a person wants counts written: it stays, so that they can be taken back, until the page goes. */
export default defineUnlistedScript(() => {
  // After an update the one that is there can't be reached any more.
  if (scope[KEY]?.isAlive()) return;
  const { version } = browser.runtime.getManifest();
  let profile: PortalProfile | null = null;
  const counting = countingOn({
    document,
    rows: () => rowsOf(document, profile),
    rules: () => profile?.receiving,
    settle: () => new Promise((done) => setTimeout(done, limits.countSettleMs)),
  });
  scope[KEY] = { ...counting, isAlive: () => browser.runtime?.id !== undefined };

  browser.runtime.onMessage.addListener(
    (message: unknown, sender: { id?: string }, respond: (answer: unknown) => void): true | undefined => {
      const wire = message as Partial<Wire>;
      if (sender.id !== browser.runtime.id || wire.countersign !== version) return undefined;
      if (wire.name === 'content.uncount') {
        respond(counting.undo());
        return true;
      }
      if (wire.name !== 'content.count') return undefined;
      const wanted = wire.payload as ToContent['content.count']['payload'];
      ({ profile } = wanted);
      // Null is no outcome: the background says that the page couldn't be written to.
      counting.write(wanted.lines).then(respond, () => respond(null));
      return true;
    },
  );
});
