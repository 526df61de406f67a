import { CountersignError, sha256Hex, utf8 } from '@/lib/base';
import type { DeskPorts, PanelView } from '@/lib/desk';
import {
  answerOf,
  approveRequest,
  draftFromApi,
  dueView,
  lookAtPage,
  openRequest,
  supplierOf,
  trackOrder,
  type CrlStore,
  type LookedAt,
} from '@/lib/desk/background';
import type { DeliveryOutcome } from '@/lib/messages';
import type { Handlers } from '@/lib/messages/background';
import { pageHash, type PageApiAnswer, type SeenPage } from '@/lib/portal';
import type { SigningRequest } from '@/lib/order';
import type { KeySession } from '@/lib/signing';
import { say } from '@/lib/words';
import { browser, type Browser } from 'wxt/browser';
import { askPage, bindingOf, readPage } from './page-tab';
import { runGateInOpenTabs, registerGate } from './sites';
import type { createSignWindow } from './sign-window';

type Sender = Browser.runtime.MessageSender;

interface Wiring {
  readonly opened: Promise<{ readonly ports: DeskPorts; readonly crls: CrlStore }>;
  readonly keys: KeySession;
  readonly signWindow: ReturnType<typeof createSignWindow>;
  /** Recomputes badge and notification. */
  readonly refresh: () => void;
}

/** One handler a message: reads who asks from the browser, calls the use case, brings the answer where it belongs. */
export function createHandlers({ opened, keys, signWindow, refresh }: Wiring): Handlers<Sender> {
  /** Sites that wait for the signer, by request; lost with the worker, and asked for again by the page's script. */
  const waiting = new Map<string, (answer: PageApiAnswer) => void>();
  /** Looking at a page records facts; two looks at once would both find them new. */
  let looking: Promise<unknown> = Promise.resolve();

  async function look(page: SeenPage, sender: Sender): Promise<LookedAt> {
    const { ports } = await opened;
    const next = looking.then(() => lookAtPage(ports, page, sender.url ?? ''));
    looking = Promise.allSettled([next]);
    const looked = await next;
    if (looked.recorded) refresh();
    return looked;
  }

  async function answerWaiting(): Promise<void> {
    const { ports } = await opened;
    for (const [requestId, resolve] of waiting) {
      const answer = await answerOf(ports, requestId);
      if (!answer) continue;
      waiting.delete(requestId);
      resolve(answer);
    }
  }

  async function openAndSay(requestId: string, view: PanelView): Promise<PanelView> {
    const isShown = await signWindow.open(requestId);
    return isShown ? view : { ...view, notice: say('panel.notice.waiting') };
  }

  async function deliver(request: SigningRequest, cms: string): Promise<DeliveryOutcome> {
    const { ports } = await opened;
    if (request.delivery === 'page-api') return { to: 'page', fault: null };
    const { suppliers } = await ports.archive.directory();
    const place = suppliers.find(({ id }) => id === request.supplierId)?.deliverTo;
    if (request.delivery === 'file' || !request.page || !place) return { to: 'file', fault: null };
    try {
      if (request.pageHash !== null && pageHash(await readPage(request.page)) !== request.pageHash)
        throw new CountersignError('signing/page-changed');
      const taken = await askPage(request.page, 'content.deliver', { selector: place.selector, text: cms });
      if (taken !== true) throw new CountersignError('portal/delivery-failed', { detail: place.selector });
      return { to: 'field', fault: null };
    } catch (error) {
      if (!(error instanceof CountersignError)) throw error;
      return {
        to: 'file',
        fault: { code: 'portal/delivery-failed', params: { detail: say.loose(error.code, error.params) } },
      };
    }
  }

  return {
    async 'page.settled'(_, sender) {
      const { tabId, documentId } = bindingOf(sender);
      await browser.scripting.executeScript({
        target: { tabId, documentIds: [documentId] },
        files: ['/detector.js'],
      });
    },

    async 'page.seen'(page, sender) {
      return (await look(page, sender)).view;
    },

    async 'page.act'({ action, page }, sender) {
      const { ports } = await opened;
      const binding = bindingOf(sender);
      const looked = await look(page, sender);
      if (!looked.view) return null;
      if (action === 'track') {
        await trackOrder(ports, looked, binding.origin);
        refresh();
        const { view } = await look(page, sender);
        return view && { ...view, notice: say('panel.notice.tracked') };
      }
      const { request } = await openRequest(ports, {
        id: crypto.randomUUID(),
        mode: action === 'prepare' ? 'inbox' : 'now',
        draft: looked.draft,
        pageHash: pageHash(page),
        page: binding,
        delivery: looked.supplier?.deliverTo ? 'page-field' : 'file',
        supplierId: looked.supplier?.id ?? null,
      });
      refresh();
      return action === 'prepare'
        ? { ...looked.view, notice: say('panel.notice.prepared') }
        : openAndSay(request.id, looked.view);
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
      const binding = bindingOf(sender);
      const directory = await ports.archive.directory();
      const supplier = supplierOf(directory.suppliers, sender.url ?? '');
      const id = `api-${sha256Hex(utf8(`${binding.origin}\n${nonce}`))}`;
      await openRequest(ports, {
        id,
        mode: 'now',
        draft: draftFromApi(order, supplier, directory.registrant ?? order.supplier),
        pageHash: null,
        page: binding,
        delivery: 'page-api',
        supplierId: supplier?.id ?? null,
      });
      refresh();
      const decided = await answerOf(ports, id);
      if (decided) return decided;
      await signWindow.open(id);
      return new Promise<PageApiAnswer>((resolve) => waiting.set(id, resolve));
    },

    async 'due.get'() {
      return dueView((await opened).ports);
    },

    async 'archive.changed'() {
      await answerWaiting();
      refresh();
    },

    async 'sites.changed'() {
      await registerGate();
      await runGateInOpenTabs();
    },

    async 'sign.open'({ requestId }) {
      await signWindow.open(requestId);
    },

    async 'sign.approve'(approval) {
      const { ports, crls } = await opened;
      signWindow.stayAwake();
      try {
        const { orderNumber, cms, request } = await approveRequest(
          { ...ports, readPage, signer: (certificate) => keys.signer(certificate) },
          crls,
          approval,
        );
        return { orderNumber, delivered: await deliver(request, cms) };
      } finally {
        await answerWaiting();
        refresh();
      }
    },

    async 'sign.lock'() {
      keys.lock();
    },
  };
}
