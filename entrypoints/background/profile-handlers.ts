import { profileAt, takeTaught } from '@/lib/desk/background';
import { isNamedFrame } from '@/lib/portal';
import type { Handlers } from '@/lib/messages/background';
import { browser, type Browser } from 'wxt/browser';
import { askPage, bindingOf, injectDetector } from './page-tab';
import type { Wiring } from './wiring';

type Sender = Browser.runtime.MessageSender;
type ProfileMessages = 'page.profile' | 'page.teach' | 'page.taught' | 'teach.start';

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
      await teachIn({ tabId, documentIds: [documentId] });
    },

    async 'teach.start'({ tabId }) {
      const { ports } = await opened;
      const { url = '' } = await browser.tabs.get(tabId);
      const frames = profileAt(await ports.archive.directory(), url)?.frames ?? [];
      await teachIn({ tabId, frameIds: [await orderFrame(tabId, frames)] });
    },

    async 'page.taught'({ reading }, sender) {
      const { ports } = await opened;
      const profile = await takeTaught(ports, sender.url ?? '', reading);
      const page = bindingOf(sender);
      // A page that was never read has no detector yet; the one that comes asks for the profile by itself.
      await askPage(page, 'content.profile', { profile }).catch(() => injectDetector(page));
      changed();
      return { supplier: profile.supplier.name ?? profile.id };
    },
  };
}

/** The frame of a tab that orders live in by the portal's profile; the tab's own document where it names none. */
async function orderFrame(tabId: number, names: readonly string[]): Promise<number> {
  if (names.length === 0) return 0;
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: isNamedFrame,
    args: [[...names]],
  });
  return frames.find(({ result }) => result === true)?.frameId ?? 0;
}

async function teachIn(target: Browser.scripting.InjectionTarget): Promise<void> {
  await browser.scripting.executeScript({ target, files: ['/teach.js'] });
}
