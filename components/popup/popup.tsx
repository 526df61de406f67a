import './popup.css';
import { useCallback } from 'react';
import { FaultLine } from './fault-line';
import { Bars } from '../ui/bars';
import { Button } from '../ui/button';
import type { DueTarget } from '../ui/due-action';
import { useLoaded } from '../ui/use-loaded';
import { say } from '@/lib/words/light';
import { PopupHead } from './popup-head';
import { DueSections } from './due-sections';
import { SetupPrompt } from './setup-prompt';
import { SitePrompt } from './site-prompt';
import { WatchList } from '../ui/watch-list';
import type { PopupServices } from './popup-services';

/** What must I do now? One message, one list, one action each. */
export function Popup({ services }: { readonly services: PopupServices }) {
  const due = useLoaded(useCallback(() => services.send('due.get', {}), [services]));
  const view = due.phase === 'ready' ? due.value : null;
  const setupOpen = (view?.setupMissing.length ?? 0) > 0;

  const go = (target: DueTarget) => {
    if (target.to === 'workspace') return services.openWorkspace(target.path);
    void services.send('sign.open', { requestId: target.requestId }).then(services.close, due.reload);
  };

  return (
    <main className="popup">
      <PopupHead view={view} onSwitch={() => services.openWorkspace('/people')} />
      {due.phase === 'loading' && <Bars rows={4} height={40} />}
      {due.phase === 'failed' && (
        <section className="popup-section">
          <FaultLine fault={due.fault} />
          <div className="actions">
            <Button onClick={due.reload}>{say('ui.retry')}</Button>
          </div>
        </section>
      )}
      {view && setupOpen && (
        <SetupPrompt missing={view.setupMissing} onFinish={() => services.openWorkspace('/setup')} />
      )}
      {view && <SitePrompt services={services} />}
      {view && !(setupOpen && view.items.length === 0) && (
        <DueSections view={view} primaryTaken={setupOpen} onGo={go} />
      )}
      {view && view.watch.length > 0 && <WatchList watch={view.watch} />}
      <footer className="popup-foot">
        <Button look="quiet" onClick={() => services.openWorkspace('/')}>
          {say('popup.workspace')}
        </Button>
        <span className="quiet small">{say('product.nature')}</span>
      </footer>
    </main>
  );
}
