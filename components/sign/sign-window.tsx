import './sign.css';
import { useCallback, useEffect, useState } from 'react';
import type { SignView } from '@/lib/desk';
import { say } from '@/lib/words';
import { usePageServices } from '../page/page-services';
import { Bars } from '../ui/bars';
import { FaultNotice } from '../ui/fault-notice';
import { useLoaded } from '../ui/use-loaded';
import { Button } from '../ui/button';
import { Closed } from './closed';
import { HonestyGate } from './honesty-gate';
import { Review } from './review';
import { SignedOutcome } from './signed-outcome';
import type { DeliveryOutcome } from '@/lib/messages';

interface SignWindowProps {
  readonly requestId: string;
  /** Which order of this window it is, counted from 1. */
  readonly position?: number;
  /** Shows another waiting request in this same window: one window, one order at a time. */
  readonly onNext: (requestId: string) => void;
  readonly onClose: () => void;
}

/** Is this exactly what I mean to order? The trusted window: no web page can frame, script or read it. */
export function SignWindow({ requestId, position = 1, onNext, onClose }: SignWindowProps) {
  const { desk, send } = usePageServices();
  const view = useLoaded(useCallback(() => desk.signView(requestId), [desk, requestId]));
  const [delivered, setDelivered] = useState<DeliveryOutcome | null>(null);

  useEffect(() => {
    const lock = () => void send('sign.lock', {});
    window.addEventListener('pagehide', lock);
    return () => window.removeEventListener('pagehide', lock);
  }, [send]);

  return (
    <main className="sign">
      {view.phase === 'loading' && (
        <div className="gate">
          <h1>{say('sign.title')}</h1>
          <Bars rows={10} height={40} />
        </div>
      )}
      {view.phase === 'failed' && (
        <section className="gate">
          <h1>{say('sign.title')}</h1>
          <FaultNotice fault={view.fault} />
          <div className="actions">
            <Button onClick={view.reload}>{say('ui.retry')}</Button>
            <Button onClick={onClose}>{say('ui.close')}</Button>
          </div>
        </section>
      )}
      {view.phase === 'ready' && (
        <Phase
          view={view.value}
          position={position}
          delivered={delivered}
          onDelivered={setDelivered}
          onReload={view.reload}
          onNext={onNext}
          onClose={onClose}
        />
      )}
    </main>
  );
}

interface PhaseProps {
  readonly view: SignView;
  readonly position: number;
  readonly delivered: DeliveryOutcome | null;
  readonly onDelivered: (outcome: DeliveryOutcome) => void;
  readonly onReload: () => void;
  readonly onNext: (requestId: string) => void;
  readonly onClose: () => void;
}

function Phase({ view, position, delivered, onDelivered, onReload, onNext, onClose }: PhaseProps) {
  const { state } = view;
  if (state.phase === 'refused' || state.phase === 'void')
    return <Closed state={state} waiting={view.waiting} onNext={onNext} onClose={onClose} />;
  if (state.phase === 'signed')
    return (
      <SignedOutcome
        view={view}
        orderNumber={state.orderNumber}
        delivered={delivered}
        onNext={onNext}
        onClose={onClose}
      />
    );
  return (
    <HonestyGate view={view} onLater={onClose}>
      {(choice) => (
        <Review
          view={view}
          choice={choice}
          position={position}
          onDelivered={onDelivered}
          onReload={onReload}
        />
      )}
    </HonestyGate>
  );
}
