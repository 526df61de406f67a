import { approveRequest, dueView } from '@/lib/desk/background';
import type { Handlers } from '@/lib/messages/background';
import type { Browser } from 'wxt/browser';
import { deliver } from './delivery';
import { showView } from './due';
import { holdHandlers } from './hold-handlers';
import { pageApiHandlers } from './page-api-handlers';
import { pageHandlers } from './page-handlers';
import { readPage } from './page-tab';
import { profileHandlers } from './profile-handlers';
import { registerGate, runGateInOpenTabs } from './sites';
import type { Wiring } from './wiring';

/** One handler a message: reads who asks from the browser, calls the use case, brings the answer where it belongs. */
export function createHandlers(wiring: Wiring): Handlers<Browser.runtime.MessageSender> {
  const { opened, keys, signWindow, waiters, changed } = wiring;
  return {
    ...pageHandlers(wiring),
    ...holdHandlers(wiring),
    ...pageApiHandlers(wiring),
    ...profileHandlers(wiring),

    async 'due.get'() {
      const view = await dueView((await opened).ports);
      // A day may have turned since the badge was set. The list doesn't wait for it, nor fail with it.
      void showView(view).catch((error: unknown) => queueMicrotask(() => reportError(error)));
      return view;
    },

    async 'archive.changed'() {
      changed();
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
        return { orderNumber, delivered: await deliver({ ports, waiters }, request, { orderNumber, cms }) };
      } finally {
        changed();
      }
    },

    async 'sign.held'() {
      return keys.held();
    },

    async 'sign.lock'() {
      keys.lock();
    },
  };
}
