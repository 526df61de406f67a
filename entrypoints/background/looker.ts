import { oneAtATime } from '@/lib/base';
import type { PanelView } from '@/lib/desk';
import { lookAtPage, type LookedAt } from '@/lib/desk/background';
import type { PageBinding } from '@/lib/order';
import type { SeenPage } from '@/lib/portal';
import type { Browser } from 'wxt/browser';
import type { Holds } from './holds';
import { askPage, bindingOf } from './page-tab';
import type { Opened } from './wiring';

type Sender = Browser.runtime.MessageSender;

/** Pages remembered at once; forgotten with the worker, and told anew by their next look. */
const MAX_PAGES = 50;

/** Looks at pages one after another, since two looks at once would both find a fact new, and keeps their panels true. */
export function createLooker(opened: Opened, holds: Holds, onRecorded: () => void) {
  const pages = new Map<
    string,
    { readonly binding: PageBinding; readonly page: SeenPage; readonly url: string }
  >();
  const inTurn = oneAtATime();

  async function lookAt(page: SeenPage, url: string): Promise<LookedAt> {
    const { ports } = await opened;
    const looked = await inTurn(() => lookAtPage(ports, page, url));
    if (looked.recorded) onRecorded();
    return { ...looked, view: await holds.apply(looked.view) };
  }

  async function refreshPanel(documentId: string): Promise<void> {
    const known = pages.get(documentId);
    if (!known) return;
    const { view } = await lookAt(known.page, known.url);
    await askPage(known.binding, 'content.panel', { view } satisfies { view: PanelView | null });
  }

  return {
    async look(page: SeenPage, sender: Sender): Promise<LookedAt> {
      const binding = bindingOf(sender);
      pages.delete(binding.documentId);
      pages.set(binding.documentId, { binding, page, url: sender.url ?? '' });
      const [oldest] = pages.keys();
      if (pages.size > MAX_PAGES && oldest !== undefined) pages.delete(oldest);
      return lookAt(page, sender.url ?? '');
    },

    /** After something was signed, received or set up: panels that are open say so; pages that went are forgotten. */
    async refreshPanels(): Promise<void> {
      const ids = [...pages.keys()];
      const results = await Promise.allSettled(ids.map(refreshPanel));
      results.forEach(({ status }, i) => {
        if (status === 'rejected') pages.delete(ids[i] as string);
      });
    },
  };
}

export type Looker = ReturnType<typeof createLooker>;
