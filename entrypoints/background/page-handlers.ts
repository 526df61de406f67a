import { CountersignError, sha256Hex, utf8 } from '@/lib/base';
import type { PanelView } from '@/lib/desk';
import {
  answerOf,
  draftFromApi,
  openRequest,
  partiesOf,
  trackOrder,
  type LookedAt,
} from '@/lib/desk/background';
import type { ToBackground } from '@/lib/messages';
import type { Handlers } from '@/lib/messages/background';
import type { PageBinding } from '@/lib/order';
import { pageHash, type SeenPage } from '@/lib/portal';
import { say } from '@/lib/words';
import { browser, type Browser } from 'wxt/browser';
import { place } from './delivery';
import { bindingOf, injectDetector } from './page-tab';
import type { Wiring } from './wiring';

type Sender = Browser.runtime.MessageSender;
type PageMessages = 'page.settled' | 'page.seen' | 'page.act' | 'page.receive' | 'page.api';
type Act = ToBackground['page.act']['payload']['action'];

/** What scripts in granted pages may ask. Who asks is read from the browser, never from the message. */
export function pageHandlers({
  opened,
  looker,
  signWindow,
  waiters,
  changed,
}: Wiring): Pick<Handlers<Sender>, PageMessages> {
  /** Does what was pressed; answers what the panel adds to its view, or null. */
  async function act(
    action: Act,
    looked: LookedAt,
    page: SeenPage,
    binding: PageBinding,
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
        await place(ports, looked.supplier?.id ?? null, binding, answer.cms);
        return null;
      }
      case 'review':
      case 'prepare': {
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
        const notice = await act(action, looked, page, bindingOf(sender));
        changed();
        return withNotice((await looker.look(page, sender)).view, notice);
      } catch (error) {
        // The page's script has no catalogue: what went wrong reaches the panel as a sentence.
        if (!(error instanceof CountersignError)) throw error;
        return withNotice(looked.view, say.loose(error.code, error.params));
      }
    },

    async 'page.receive'({ orderId }) {
      await browser.tabs.create({
        url: browser.runtime.getURL(
          `/workspace.html#/receive/${encodeURIComponent(orderId)}` as '/workspace.html',
        ),
      });
    },

    async 'page.api'({ nonce, order }, sender) {
      const { ports } = await opened;
      const page = bindingOf(sender);
      const purchaserDea = order.purchaser.deaNumber;
      const { registrant, supplier } = partiesOf(await ports.archive.directory(), {
        purchaserDea,
        url: sender.url ?? '',
      });
      // The document is part of it: another tab that learns the nonce asks its own question (attacks.md 74).
      const id = `api-${sha256Hex(utf8(`${page.origin}\n${page.documentId}\n${nonce}`))}`;
      const { isNew } = await openRequest(ports, {
        id,
        mode: 'now',
        draft: draftFromApi(order, supplier, registrant ?? order.supplier),
        pageHash: null,
        page,
        delivery: 'page-api',
        supplierId: supplier?.id ?? null,
      });
      changed();
      // Asked again after the worker died, the window that the signer closed stays closed; the popup lists the request.
      if (isNew) await signWindow.open(id);
      return waiters.answer(id);
    },
  };
}
