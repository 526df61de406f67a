import { useCallback } from 'react';
import { say } from '@/lib/words/light';
import { Button } from '../ui/button';
import { Code } from '../ui/code';
import { FaultLine } from './fault-line';
import { useAct } from '../ui/use-act';
import { useLoaded } from '../ui/use-loaded';
import type { PopupServices } from './popup-services';

/** The current tab's site, while Countersign isn't allowed there: no page sees the extension before this click. */
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
  if (!site || site.granted) return null;
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
