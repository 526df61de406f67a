import { oneAtATime } from '@/lib/base';
import type { PanelView } from '@/lib/desk';
import { compareSigned, lookAtPage, type LookedAt } from '@/lib/desk/background';
import type { PageBinding } from '@/lib/order';
import type { SeenPage } from '@/lib/portal';
import { browser, type Browser } from 'wxt/browser';
import type { Holds } from './holds';
import { askPage, bindingOf } from './page-tab';
import type { Opened } from './wiring';

type Sender = Browser.runtime.MessageSender;

/** Pages remembered at once; forgotten with the worker, and told anew by their next look. */
const MAX_PAGES = 50;

interface SeenDocument {
  readonly binding: PageBinding;
  readonly page: SeenPage;
  readonly url: string;
}

/** Looks at pages one after another, since two looks at once would both find a fact new, and keeps their panels true. */
export function createLooker(opened: Opened, holds: Holds, onRecorded: () => void) {
  const pages = new Map<string, SeenDocument>();
  const inTurn = oneAtATime();
  // A tab that is closed, or crashed, has no time to say so.
  browser.tabs.onRemoved.addListener((tabId) => {
    for (const [id, { binding }] of pages) if (binding.tabId === tabId) pages.delete(id);
  });

  /** Looked at first, so that what the page says of an order is known when it is compared with what was signed. */
  async function lookAt({ binding, page, url }: SeenDocument): Promise<LookedAt> {
    const { ports } = await opened;
    const { looked, compared } = await inTurn(async () => {
      const found = await lookAtPage(ports, page, url);
      const { documentId } = binding;
      return { looked: found, compared: await compareSigned(ports, found, { page, url, documentId }) };
    });
    if (looked.recorded || compared.recorded) onRecorded();
    const { alarm, notice } = compared;
    const view = looked.view && {
      ...looked.view,
      alarm,
      notice: [looked.view.notice, notice].filter((said) => said !== null).join(' ') || null,
    };
    return { ...looked, view: await holds.apply(view) };
  }

  async function refreshPanel(documentId: string): Promise<void> {
    const known = pages.get(documentId);
    if (!known) return;
    const { view } = await lookAt(known);
    await askPage(known.binding, 'content.panel', { view } satisfies { view: PanelView | null });
  }

  return {
    async look(page: SeenPage, sender: Sender): Promise<LookedAt> {
      const binding = bindingOf(sender);
      pages.delete(binding.documentId);
      const seen = { binding, page, url: sender.url ?? '' };
      pages.set(binding.documentId, seen);
      const [oldest] = pages.keys();
      if (pages.size > MAX_PAGES && oldest !== undefined) pages.delete(oldest);
      return lookAt(seen);
    },

    /** A document that was left, or a frame that its page took out: nothing is told to it any more. */
    forget(sender: Sender): void {
      pages.delete(bindingOf(sender).documentId);
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
