import { CountersignError } from '@/lib/base';
import type { PanelView } from '@/lib/desk';
import {
  answerOf,
  openRequest,
  takeFromPage,
  trackOrder,
  voidChanged,
  type LookedAt,
} from '@/lib/desk/background';
import type { ToBackground } from '@/lib/messages';
import type { Handlers } from '@/lib/messages/background';
import type { PageBinding } from '@/lib/order';
import { pageHash, type SeenPage } from '@/lib/portal';
import { say } from '@/lib/words';
import { browser, type Browser } from 'wxt/browser';
import { undoCounts, writeCounts } from './counts';
import { place } from './delivery';
import { bindingOf, injectDetector } from './page-tab';
import type { Wiring } from './wiring';

type Sender = Browser.runtime.MessageSender;
type PageMessages = 'page.settled' | 'page.seen' | 'page.act' | 'page.receive' | 'page.gone';
type Act = ToBackground['page.act']['payload']['action'];

/** What scripts in granted pages may ask. Who asks is read from the browser, never from the message. */
export function pageHandlers({
  opened,
  looker,
  signWindow,
  changed,
}: Wiring): Pick<Handlers<Sender>, PageMessages> {
  /** Does what was pressed; answers what the panel adds to its view, or null. */
  async function act(
    action: Act,
    looked: LookedAt,
    page: SeenPage,
    { binding, url }: { readonly binding: PageBinding; readonly url: string },
  ): Promise<string | null> {
    const { ports } = await opened;
    switch (action) {
      case 'track': {
        const { unread } = await trackOrder(ports, looked, binding.origin);
        return say(unread ? 'panel.notice.tracked-unread' : 'panel.notice.tracked');
      }
      case 'place': {
        const answer = looked.about && (await answerOf(ports, looked.about.orderId));
        if (answer?.status !== 'signed') throw new CountersignError('order/unknown', { number: '' });
        await place(ports, looked.supplier?.id ?? null, binding, answer);
        return null;
      }
      case 'count':
        return writeCounts(ports, looked, binding);
      case 'uncount':
        return undoCounts(binding);
      case 'backfill':
        return takeFromPage(ports, page, url);
      case 'review':
      case 'prepare': {
        if (action === 'review') await voidChanged(ports, binding.documentId, pageHash(page));
        const { request } = await openRequest(ports, {
          id: crypto.randomUUID(),
          mode: action === 'prepare' ? 'inbox' : 'now',
          draft: looked.draft,
          pageHash: pageHash(page),
          page: binding,
          delivery: looked.supplier?.deliverTo ? 'page-field' : 'file',
          supplierId: looked.supplier?.id ?? null,
        });
        if (action === 'prepare') return say('panel.notice.prepared');
        return (await signWindow.open(request.id)) ? null : say('panel.notice.waiting');
      }
    }
  }

  return {
    async 'page.settled'(_, sender) {
      await injectDetector(bindingOf(sender));
    },

    async 'page.seen'(page, sender) {
      return (await looker.look(page, sender)).view;
    },

    async 'page.act'({ action, page }, sender) {
      const looked = await looker.look(page, sender);
      if (!looked.view) return null;
      const withNotice = (view: PanelView | null, notice: string | null) =>
        view && notice !== null ? { ...view, notice } : view;
      try {
        const notice = await act(action, looked, page, { binding: bindingOf(sender), url: sender.url ?? '' });
        changed();
        return withNotice((await looker.look(page, sender)).view, notice);
      } catch (error) {
        // The page's script has no catalogue: what went wrong reaches the panel as a sentence.
        if (!(error instanceof CountersignError)) throw error;
        return withNotice(looked.view, say.loose(error.code, error.params));
      }
    },

    async 'page.gone'(_, sender) {
      looker.forget(sender);
    },

    async 'page.receive'({ orderId }) {
      await browser.tabs.create({
        url: browser.runtime.getURL(
          `/workspace.html#/receive/${encodeURIComponent(orderId)}` as '/workspace.html',
        ),
      });
    },
  };
}
