import './order-acts.css';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { FileDown, Printer } from 'lucide-react';
import { legalDay } from '@/lib/base';
import type { ActKind, TimelineEntry } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { OrderNumberCode } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { TwinNotice } from '../archive/twin-notice';
import { OtherPlace } from '../other-place';
import { Page } from '../page';
import { ActOffers } from './acts/act-offers';
import { CorrectRecord } from './acts/correct-record';
import { dueAct } from './acts/due-act';
import { OrderAct } from './acts/order-act';
import { OrderLines } from './order-lines';
import { OrderNotices } from './order-notices';
import { StateWord } from './state-word';
import { Timeline } from './timeline';

/** One order: what happened, and what is still due. */
export function OrderPage({ orderId }: { readonly orderId: string }) {
  const { desk, clock, saveFile } = useServices();
  const [act, setAct] = useState<ActKind | null>(null);
  const [correcting, setCorrecting] = useState<TimelineEntry | null>(null);
  const found = useLoaded(
    useCallback(async () => {
      const [view, people] = await Promise.all([desk.order(orderId), desk.people()]);
      const known = view && {
        ...view,
        possible: await desk.possibleActs(orderId),
        today: legalDay(clock.now(), view.place.zone),
      };
      return { known, people };
    }, [desk, clock, orderId]),
  );
  const saving = useAct();
  const save = () =>
    saving.act(async () => {
      const { name, bytes } = await desk.signedFile(orderId);
      saveFile(name, bytes);
    });

  if (found.phase === 'loading')
    return (
      <Page title={say('orders.one')}>
        <Bars rows={8} />
      </Page>
    );
  if (found.phase === 'failed' || !found.value.known)
    return (
      <Page title={say('orders.one')}>
        <FaultNotice
          fault={
            found.phase === 'failed' ? found.fault : { code: 'order/unknown', params: { number: orderId } }
          }
        />
      </Page>
    );

  const { known, people } = found.value;
  const { state, supplierName, timeline, hasSignedFile, possible, today, place } = known;
  const primary = dueAct(state);
  const close = () => {
    setAct(null);
    setCorrecting(null);
  };
  const done = () => {
    close();
    found.reload();
  };
  const ofAct = { state, possible, today, onDone: done, onCancel: close };
  return (
    <Page
      title={say('orders.title', { number: state.number ?? say('orders.no-number') })}
      heading={state.number ? <OrderNumberCode number={state.number} /> : say('orders.no-number')}
      lead={
        <>
          <VisibleText>{supplierName}</VisibleText>
          {' · '}
          {say('orders.ordered-on', { date: formatDay(state.orderedOn) })}
          {' · '}
          <StateWord phase={state.phase} />
        </>
      }
      actions={
        <>
          {primary !== null && (
            <Button look="primary" onClick={() => setAct(primary)}>
              {say(`order-act.${primary}`)}
            </Button>
          )}
          {state.receiptOpen && (
            <Link className="button button-primary" href={`/receive/${encodeURIComponent(orderId)}`}>
              {say('ui.action.receipt')}
            </Link>
          )}
          <Link className="button" href={`/orders/${encodeURIComponent(orderId)}/print`}>
            <Printer size={16} aria-hidden="true" />
            {say('print.action')}
          </Link>
          {hasSignedFile && (
            <Button
              look={state.phase === 'signed' ? 'primary' : 'plain'}
              icon={<FileDown size={16} aria-hidden="true" />}
              disabled={saving.busy}
              onClick={() => void save()}
            >
              {say('sign.save')}
            </Button>
          )}
        </>
      }
    >
      {saving.fault && <FaultNotice fault={saving.fault} />}
      <OtherPlace place={place} />
      <TwinNotice orderId={orderId} />
      <OrderNotices state={state} />
      <OrderLines lines={state.lines} />
      <ActOffers possible={possible} primary={primary} onAct={setAct} />
      <Timeline entries={timeline} zone={place.zone} onCorrect={setCorrecting} />
      {act && <OrderAct kind={act} {...ofAct} />}
      {correcting && (
        <CorrectRecord
          entry={correcting}
          state={state}
          people={people}
          today={today}
          onDone={done}
          onCancel={close}
        />
      )}
    </Page>
  );
}
