import { useCallback } from 'react';
import { say } from '@/lib/words/light';
import { Button } from '../ui/button';
import { Code } from '../ui/code';
import { FaultLine } from './fault-line';
import { useAct } from '../ui/use-act';
import { useLoaded } from '../ui/use-loaded';
import type { PopupServices } from './popup-services';

/**
 * The current tab's site. While Countersign isn't allowed there, no page sees the extension before this click; where it is, a
 * page that isn't read, and so has no panel, can be taught from here.
 */
export function SitePrompt({ services }: { readonly services: PopupServices }) {
  const found = useLoaded(services.currentSite);
  const { busy, fault, act } = useAct();
  const site = found.phase === 'ready' ? found.value : null;
  const allow = useCallback(
    (pattern: string) =>
      act(async () => {
        if (!(await services.requestSite(pattern))) return;
        await services.send('sites.changed', {});
        found.reload();
      }),
    [act, services, found],
  );
  const teach = useCallback(
    (tabId: number) =>
      act(async () => {
        await services.send('teach.start', { tabId });
        services.close();
      }),
    [act, services],
  );
  if (!site) return null;
  if (site.granted)
    return (
      <section className="popup-section popup-site">
        <p>
          {say('popup.site-allowed')} <Code>{site.host}</Code>
        </p>
        <Button look="quiet" disabled={busy} onClick={() => void teach(site.tabId)}>
          {say('popup.teach')}
        </Button>
        {fault && <FaultLine fault={fault} />}
      </section>
    );
  return (
    <section className="popup-section popup-site">
      <p>
        {say('popup.site')} <Code>{site.host}</Code>
      </p>
      <Button disabled={busy} onClick={() => void allow(site.pattern)}>
        {say('popup.allow-site')}
      </Button>
      {fault && <FaultLine fault={fault} />}
    </section>
  );
}
