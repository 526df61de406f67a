import { useCallback, useState } from 'react';
import { legalDay, type PlainDate } from '@/lib/base';
import type { ReceivedLine } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { OrderNumberCode } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { StateWord } from '../orders/state-word';
import { OtherPlace } from '../other-place';
import { Page } from '../page';
import { ReceiveForm } from './receive-form';
import { Received } from './received';

/** A receipt as it was recorded. */
export interface RecordedReceipt {
  readonly lines: readonly ReceivedLine[];
  readonly date: PlainDate;
  readonly countedBy: string;
  readonly verifiedBy: string | null;
}

/** What arrived? 21 CFR 1305.22(g): quantity of each item received and the date, linked to the order. */
export function ReceivePage({ orderId }: { readonly orderId: string }) {
  const { desk, clock } = useServices();
  const [recorded, setRecorded] = useState<RecordedReceipt | null>(null);
  const found = useLoaded(
    useCallback(async () => {
      const [view, people, who, settings] = await Promise.all([
        desk.order(orderId),
        desk.people(),
        desk.who(),
        desk.settings(),
      ]);
      return { view, people, who, settings, now: clock.now() };
    }, [desk, clock, orderId]),
  );

  if (found.phase === 'loading')
    return (
      <Page title={say('receive.title')}>
        <Bars rows={8} />
      </Page>
    );
  if (found.phase === 'failed' || !found.value.view)
    return (
      <Page title={say('receive.title')}>
        <FaultNotice
          fault={
            found.phase === 'failed' ? found.fault : { code: 'order/unknown', params: { number: orderId } }
          }
        />
      </Page>
    );

  const { people, who, settings, now } = found.value;
  const { state, supplierName, place } = found.value.view;
  return (
    <Page
      title={say('receive.title')}
      lead={
        <>
          {state.number && <OrderNumberCode number={state.number} />}
          {' · '}
          <VisibleText>{supplierName}</VisibleText>
          {' · '}
          {say('orders.ordered-on', { date: formatDay(state.orderedOn) })}
          {' · '}
          <StateWord phase={state.phase} />
        </>
      }
    >
      <OtherPlace place={place} />
      {state.kind === 'tracked' && (
        <Notice tone="information">
          <p>
            {say('receive.tracked')} <span className="rule-ref">{say('rule.receipt')}</span>
          </p>
        </Notice>
      )}
      {recorded ? (
        <Received state={state} receipt={recorded} />
      ) : (
        <ReceiveForm
          state={state}
          people={people}
          who={who}
          today={legalDay(now, place.zone)}
          settings={settings}
          onRecorded={(receipt) => {
            setRecorded(receipt);
            found.reload();
          }}
          onStale={found.reload}
        />
      )}
    </Page>
  );
}
