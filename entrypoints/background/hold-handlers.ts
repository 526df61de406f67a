import { submitAnyway } from '@/lib/desk/background';
import type { Handlers } from '@/lib/messages/background';
import { say } from '@/lib/words';
import type { Browser } from 'wxt/browser';
import { bindingOf } from './page-tab';
import type { Wiring } from './wiring';

type Sender = Browser.runtime.MessageSender;

/** Presses on a supplier's own submit that were held in its page. */
export function holdHandlers({
  opened,
  looker,
  holds,
}: Pick<Wiring, 'opened' | 'looker' | 'holds'>): Pick<
  Handlers<Sender>,
  'page.submit-held' | 'page.submit-anyway'
> {
  return {
    async 'page.submit-held'({ keys }) {
      await holds.spend(keys);
    },

    async 'page.submit-anyway'({ reason, page }, sender) {
      const { ports } = await opened;
      const { origin } = bindingOf(sender);
      const looked = await looker.look(page, sender);
      await submitAnyway(ports, looked, { reason, origin });
      return looked.view && { ...looked.view, notice: say('panel.hold.recorded') };
    },
  };
}
