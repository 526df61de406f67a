import { useCallback } from 'react';
import { Link } from 'wouter';
import { FileDown, Printer } from 'lucide-react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { OrderNumberCode } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { Page } from '../page';
import { OrderLines } from './order-lines';
import { StateWord } from './state-word';
import { Timeline } from './timeline';

/** One order: what happened, and what is still due. */
export function OrderPage({ orderId }: { readonly orderId: string }) {
  const { desk, saveFile } = useServices();
  const found = useLoaded(
    useCallback(
      async () => ({ view: await desk.order(orderId), zone: (await desk.registrant())?.zone ?? 'UTC' }),
      [desk, orderId],
    ),
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
  if (found.phase === 'failed' || !found.value.view)
    return (
      <Page title={say('orders.one')}>
        <FaultNotice
          fault={
            found.phase === 'failed' ? found.fault : { code: 'order/unknown', params: { number: orderId } }
          }
        />
      </Page>
    );

  const { view, zone } = found.value;
  const { state, supplierName, timeline, hasSignedFile } = view;
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
      {state.kind === 'tracked' && (
        <Notice tone={state.portalReceiptOpen ? 'caution' : 'information'}>
          <p>
            {say(state.portalReceiptOpen ? 'orders.portal-open' : 'orders.portal-holds')}{' '}
            <span className="rule-ref">{say('rule.receipt')}</span>
          </p>
        </Notice>
      )}
      {state.statement !== null && (
        <Notice tone="stop" title={say('orders.statement')}>
          <VisibleText>{state.statement}</VisibleText>
          <span className="rule-ref">{say('rule.statement')}</span>
        </Notice>
      )}
      {state.flags.length > 0 && (
        <Notice tone="caution" title={say('orders.flags')}>
          <ul>
            {state.flags.map((flag) => (
              <li key={flag}>{say(`flag.${flag}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <OrderLines lines={state.lines} />
      <Timeline entries={timeline} zone={zone} />
    </Page>
  );
}
