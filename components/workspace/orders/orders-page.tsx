import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import type { Fault } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { OrderNumberCode } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { useLoaded, type Loaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { Page } from '../page';
import { OrderSearch } from './order-search';
import { StateWord } from './state-word';
import { SubmittedAnyway } from './submitted-anyway';
import { SupplierFile } from './supplier-file';

const PAGE = 50;

/** Every order, newest first. */
export function OrdersPage() {
  const { desk } = useServices();
  const [limit, setLimit] = useState(PAGE);
  const orders = useLoaded(useCallback(() => desk.orders({ limit }), [desk, limit]));
  const [found, setFound] = useState<readonly OrderState[] | Fault | null>(null);
  return (
    <Page title={say('workspace.nav.orders')} actions={<SupplierFile onRead={orders.reload} />}>
      <OrderSearch onFound={setFound} />
      {found === null ? (
        <AllOrders orders={orders} limit={limit} onOlder={() => setLimit(limit + PAGE)} />
      ) : 'code' in found ? (
        <FaultNotice fault={found} />
      ) : found.length === 0 ? (
        <p className="empty">{say('orders.not-found')}</p>
      ) : (
        <OrderTable orders={found} />
      )}
      {found === null && <SubmittedAnyway />}
    </Page>
  );
}

interface AllOrdersProps {
  readonly orders: Loaded<readonly OrderState[]>;
  readonly limit: number;
  readonly onOlder: () => void;
}

function AllOrders({ orders, limit, onOlder }: AllOrdersProps) {
  return (
    <>
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
        <Button onClick={onOlder}>{say('orders.older')}</Button>
      )}
    </>
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
