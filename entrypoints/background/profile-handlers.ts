import { profileAt, takeTaught } from '@/lib/desk/background';
import type { Handlers } from '@/lib/messages/background';
import { browser, type Browser } from 'wxt/browser';
import { askPage, bindingOf } from './page-tab';
import type { Wiring } from './wiring';

type Sender = Browser.runtime.MessageSender;
type ProfileMessages = 'page.profile' | 'page.teach' | 'page.taught';

/** What scripts in granted pages may ask about the portal they are in; about no other. */
export function profileHandlers({
  opened,
  changed,
}: Pick<Wiring, 'opened' | 'changed'>): Pick<Handlers<Sender>, ProfileMessages> {
  return {
    async 'page.profile'(_, { url = '' }) {
      const { ports } = await opened;
      return profileAt(await ports.archive.directory(), url);
    },

    async 'page.teach'(_, sender) {
      const { tabId, documentId } = bindingOf(sender);
      await browser.scripting.executeScript({
        target: { tabId, documentIds: [documentId] },
        files: ['/teach.js'],
      });
    },

    async 'page.taught'({ reading }, sender) {
      const { ports } = await opened;
      const profile = await takeTaught(ports, sender.url ?? '', reading);
      await askPage(bindingOf(sender), 'content.profile', { profile });
      changed();
      return { supplier: profile.supplier.name ?? profile.id };
    },
  };
}
