import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import type { OrderState } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { OrderNumberCode } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { Page } from '../page';
import { StateWord } from './state-word';

const PAGE = 50;

/** Every order, newest first. */
export function OrdersPage() {
  const { desk } = useServices();
  const [limit, setLimit] = useState(PAGE);
  const orders = useLoaded(useCallback(() => desk.orders({ limit }), [desk, limit]));
  return (
    <Page title={say('workspace.nav.orders')}>
      {orders.phase === 'loading' && <Bars rows={8} />}
      {orders.phase === 'failed' && <FaultNotice fault={orders.fault} />}
      {orders.phase === 'ready' && orders.value.length === 0 && (
        <div className="empty">
          <p>{say('orders.empty')}</p>
          <p className="quiet">{say('orders.empty-more')}</p>
        </div>
      )}
      {orders.phase === 'ready' && orders.value.length > 0 && <OrderTable orders={orders.value} />}
      {orders.phase === 'ready' && orders.value.length === limit && (
        <Button onClick={() => setLimit(limit + PAGE)}>{say('orders.older')}</Button>
      )}
    </Page>
  );
}

function OrderTable({ orders }: { readonly orders: readonly OrderState[] }) {
  const sum = (order: OrderState, of: 'ordered' | 'shipped' | 'received') =>
    order.lines.reduce((total, line) => total + (line[of] ?? 0), 0);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say('sign.number')}</th>
          <th scope="col">{say('orders.col.date')}</th>
          <th scope="col">{say('sign.supplier')}</th>
          <th scope="col" className="num">
            {say('orders.col.ordered')}
          </th>
          <th scope="col" className="num">
            {say('orders.col.shipped')}
          </th>
          <th scope="col" className="num">
            {say('orders.col.received')}
          </th>
          <th scope="col">{say('orders.col.state')}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.orderId}>
            <th scope="row">
              <Link href={`/orders/${encodeURIComponent(order.orderId)}`}>
                {order.number ? <OrderNumberCode number={order.number} /> : say('orders.no-number')}
              </Link>
            </th>
            <td className="nowrap">{formatDay(order.orderedOn)}</td>
            <td>
              <VisibleText>{order.draft.supplier.name ?? order.supplierId ?? ''}</VisibleText>
            </td>
            <td className="num">{sum(order, 'ordered')}</td>
            <td className="num">
              {order.lines.some(({ shipped }) => shipped !== null) ? sum(order, 'shipped') : '–'}
            </td>
            <td className="num">{sum(order, 'received')}</td>
            <td className="nowrap">
              <StateWord phase={order.phase} />
              {order.kind === 'tracked' && <span className="quiet small"> {say('orders.tracked')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
