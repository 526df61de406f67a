import { Link } from 'wouter';
import { describeDifference, type OrderState } from '@/lib/order';
import { say } from '@/lib/words';
import { OrderNumberCode } from '../../ui/code';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { VisibleLines } from '../../ui/visible-lines';
import { VisibleText } from '../../ui/visible-text';
import { neverShipped } from './never-shipped';

/** What is to be known of an order before its lines: how it ended, what it is linked with, what is out of order. */
export function OrderNotices({ state }: { readonly state: OrderState }) {
  return (
    <>
      {state.pageDiffers && (
        <Notice tone="stop" title={say('orders.page-differs')}>
          <ul>
            {state.pageDiffers.map((difference, i) => {
              const { sentence, params } = describeDifference(difference);
              return (
                <li key={i}>
                  <VisibleText>{say.loose(sentence, params)}</VisibleText>
                </li>
              );
            })}
          </ul>
          <p>{say('orders.page-differs.next')}</p>
        </Notice>
      )}
      {state.kind === 'tracked' && (
        <Notice tone={state.portalReceiptOpen ? 'caution' : 'information'}>
          <p>
            {say(state.portalReceiptOpen ? 'orders.portal-open' : 'orders.portal-holds')}{' '}
            <span className="rule-ref">{say('rule.receipt')}</span>
          </p>
        </Notice>
      )}
      {state.lostOn !== null && (
        <Notice
          tone={state.replacedBy === null && state.turnedUpOn === null ? 'caution' : 'information'}
          title={say('orders.lost', { date: formatDay(state.lostOn) })}
        >
          <p>
            {state.turnedUpOn === null
              ? say('orders.lost.next')
              : say('orders.turned-up', { date: formatDay(state.turnedUpOn) })}{' '}
            <span className="rule-ref">{say('order-act.rule.lose')}</span>
          </p>
          <StatementLink orderId={state.orderId} />
        </Notice>
      )}
      {state.phase === 'cancelled' && state.closedOn !== null && (
        <Notice tone="information" title={say('orders.cancelled', { date: formatDay(state.closedOn) })}>
          <StatementLink orderId={state.orderId} />
        </Notice>
      )}
      {(state.replacedBy ?? state.replaces) && (
        <Notice tone="information">
          {state.replacedBy && (
            <p>
              {say('orders.replaced-by')} <OrderLinkText {...state.replacedBy} />
            </p>
          )}
          {state.replaces && (
            <p>
              {say('orders.replaces')} <OrderLinkText {...state.replaces} />{' '}
              <span className="rule-ref">{say('order-act.rule.replace')}</span>
            </p>
          )}
        </Notice>
      )}
      {state.phase === 'expired' && <Expired state={state} />}
      {(state.statement !== null || state.phase === 'not-accepted') && (
        <Notice
          tone="stop"
          title={say(state.statementLinked ? 'orders.statement' : 'orders.statement-unlinked')}
        >
          {state.statementLinked && <VisibleLines>{state.statement ?? ''}</VisibleLines>}
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
      {state.corrected && <Notice tone="information">{say('orders.corrected')}</Notice>}
    </>
  );
}

function StatementLink({ orderId }: { readonly orderId: string }) {
  return (
    <p>
      <Link href={`/orders/${encodeURIComponent(orderId)}/statements`}>{say('orders.print-statement')}</Link>
    </p>
  );
}

function OrderLinkText({ orderId, number }: { readonly orderId: string; readonly number: string }) {
  return (
    <Link href={`/orders/${encodeURIComponent(orderId)}`}>
      <OrderNumberCode number={number} />
    </Link>
  );
}

function Expired({ state }: { readonly state: OrderState }) {
  const left = neverShipped(state.lines);
  return (
    <Notice
      tone="information"
      title={say('orders.expired', { date: state.closedOn === null ? '–' : formatDay(state.closedOn) })}
    >
      {left.length === 0 ? (
        <p>{say('orders.expired.none')}</p>
      ) : (
        <>
          <ul>
            {left.map(({ line, count }) => (
              <li key={line.lineNumber}>
                <VisibleText>
                  {say('orders.expired.balance', { line: line.lineNumber, name: line.name, count })}
                </VisibleText>
              </li>
            ))}
          </ul>
          <p>
            {say('orders.expired.next')} <span className="rule-ref">{say('rule.day-60')}</span>
          </p>
        </>
      )}
    </Notice>
  );
}
