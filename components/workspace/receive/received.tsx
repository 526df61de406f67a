import { Link } from 'wouter';
import type { OrderState } from '@/lib/order';
import { say } from '@/lib/words';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';
import type { RecordedReceipt } from './receive-page';
import { RecordLines } from './record-lines';

interface ReceivedProps {
  readonly state: OrderState;
  readonly receipt: RecordedReceipt;
}

/** The receipt is in the archive; what of the order stays open. */
export function Received({ state, receipt }: ReceivedProps) {
  return (
    <section className="record">
      <Notice tone="good" role="status" title={say('receive.done')}>
        <p>
          {say('receive.record-of', { date: formatDay(receipt.date) })}{' '}
          <VisibleText>{receipt.countedBy}</VisibleText>
        </p>
        {receipt.verifiedBy !== null && (
          <p>
            {say('receive.record-verified')} <VisibleText>{receipt.verifiedBy}</VisibleText>
          </p>
        )}
        <p>{leftOver(state)}</p>
      </Notice>
      <RecordLines state={state} lines={receipt.lines} />
      <div className="actions">
        <Link className="button button-primary" href="/">
          {say('receive.next')}
        </Link>
        <Link className="button" href={`/orders/${encodeURIComponent(state.orderId)}`}>
          {say('ui.action.order')}
        </Link>
      </div>
    </section>
  );
}

/** Shipped and not recorded is a duty; ordered and never shipped is only a fact, which is said too. */
function leftOver(state: OrderState): string {
  if (state.receiptOpen) return say('receive.still-open');
  const count = state.lines.reduce((sum, { ordered, received }) => sum + Math.max(0, ordered - received), 0);
  return count === 0 ? say('receive.complete') : say('receive.not-come', { count });
}
