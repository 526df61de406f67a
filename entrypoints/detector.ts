import { createSender } from '@/lib/messages';
import type { ToContent, Wire } from '@/lib/messages';
import { runDetector } from '@/lib/portal/detector';
import { corners } from '@/lib/portal/panel';
import type { PanelPlace } from '@/lib/portal/panel';
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

const KEY = Symbol.for('countersign.detector');
const PLACE = 'panelPlace';
const scope = globalThis as typeof globalThis & { [KEY]?: AbortController };

/** Let in by the gate: reads the page, shows the panel, and does in the page what the background asks. */
export default defineUnlistedScript(() => {
  scope[KEY]?.abort();
  const end = new AbortController();
  scope[KEY] = end;
  void start(end);
});

async function start(end: AbortController): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const send = createSender((wire) => browser.runtime.sendMessage(wire), version);
  // Without an answer the page is read as any page is.
  const [place, profile] = await Promise.all([storedPlace(), send('page.profile', {}).catch(() => null)]);
  if (end.signal.aborted) return;

  const answers = runDetector(
    document,
    {
      seen: (page) => send('page.seen', page),
      act: (action, page) => send('page.act', { action, page }),
      teach: () => send('page.teach', {}),
      receive: (orderId) => send('page.receive', { orderId }),
      isAlive: () => browser.runtime?.id !== undefined,
      profile,
      place,
      onPlace: (next) => void browser.storage.local.set({ [PLACE]: next }),
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
        respond(answers.read());
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
  end.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listen), {
    once: true,
  });
}

async function storedPlace(): Promise<PanelPlace> {
  const stored = (await browser.storage.local.get(PLACE))[PLACE] as Partial<PanelPlace> | undefined;
  return {
    corner: corners.find((corner) => corner === stored?.corner) ?? 'bottom-right',
    collapsed: stored?.collapsed === true,
  };
}
