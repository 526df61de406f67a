import { CountersignError, sha256Hex, utf8 } from '@/lib/base';
import {
  draftFromApi,
  openRequest,
  pageError,
  partiesOf,
  readPageQuestion,
  confirmSubmitted,
} from '@/lib/desk/background';
import type { Handlers } from '@/lib/messages/background';
import type { PageBinding } from '@/lib/order';
import type { PageApiAnswer, PageApiRequest } from '@/lib/portal';
import type { Browser } from 'wxt/browser';
import { bindingOf } from './page-tab';
import type { Wiring } from './wiring';

type Sender = Browser.runtime.MessageSender;
type PageApiMessages = 'page.hello' | 'page.api' | 'page.ack' | 'page.submitted';

/** What supplier's sites ask by the module that Countersign publishes for them. Who asks is read from the browser. */
export function pageApiHandlers({
  opened,
  signWindow,
  waiters,
  changed,
}: Pick<Wiring, 'opened' | 'signWindow' | 'waiters' | 'changed'>): Pick<Handlers<Sender>, PageApiMessages> {
  async function bring(request: PageApiRequest, page: PageBinding, url: string): Promise<PageApiAnswer> {
    const { ports } = await opened;
    const asked = readPageQuestion(request);
    const { registrant, supplier } = partiesOf(await ports.archive.directory(), {
      purchaserDea: asked.order.purchaser.deaNumber,
      url,
    });
    const id = requestIdOf(page, request.nonce);
    const { isNew } = await openRequest(ports, {
      id,
      mode: 'now',
      draft: draftFromApi(asked, supplier, registrant ?? asked.order.supplier),
      pageHash: null,
      page,
      delivery: 'page-api',
      supplierId: supplier?.id ?? null,
    });
    changed();
    // Asked again after the worker died, the window that the signer closed stays closed; the popup lists the request.
    if (isNew) await signWindow.open(id);
    const answer = await waiters.answer(id);
    const { leftOut } = asked;
    return answer.status === 'signed' && leftOut.length > 0 ? { ...answer, leftOut } : answer;
  }

  return {
    // Who may not ask was refused before (`kindOf`): that this answers at all is the answer.
    async 'page.hello'() {},

    async 'page.api'(request, sender) {
      try {
        return await bring(request, bindingOf(sender), sender.url ?? '');
      } catch (error) {
        // The page's script has no catalogue: what can't be taken is said here.
        if (!(error instanceof CountersignError)) throw error;
        return pageError(error.fault);
      }
    },

    async 'page.ack'({ nonce }, sender) {
      waiters.acknowledge(requestIdOf(bindingOf(sender), nonce));
    },

    async 'page.submitted'({ nonce }, sender) {
      const page = bindingOf(sender);
      await confirmSubmitted((await opened).ports, requestIdOf(page, nonce), page.origin);
      changed();
    },
  };
}

/** The document is part of it: another tab that learns the nonce asks its own question (attacks.md 74). */
function requestIdOf({ origin, documentId }: PageBinding, nonce: string): string {
  return `api-${sha256Hex(utf8(`${origin}\n${documentId}\n${nonce}`))}`;
}
