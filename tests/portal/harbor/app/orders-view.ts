import { spelled } from '../../book/days';
import type { Me, OrderDetail, OrderSummary } from '../api-types';
import { api } from './api';
import { el, gridRow } from './dom';
import { follow } from './navigate';
import { receiptBar } from './receipt-bar';

const STYLE: Readonly<Record<string, string>> = { 'Not accepted': 'tag bad', Received: 'tag good' };

function tag(status: string): HTMLElement {
  return el('span', STYLE[status] ?? 'tag', {}, status);
}

export async function ordersView(): Promise<HTMLElement> {
  const orders = await api<readonly OrderSummary[]>('/api/orders');
  return el(
    'div',
    '',
    {},
    el('div', 'top', {}, el('h1', 'title', {}, 'Orders')),
    el(
      'div',
      'grid',
      { role: 'grid', 'aria-label': 'Orders' },
      gridRow('rowOrders', ['CSOS order', 'Placed', 'Lines', 'Status'], 'columnheader'),
      ...orders.map((order) =>
        gridRow('rowOrders', [
          el(
            'a',
            'mono',
            { href: `/orders/${order.number}`, click: follow(`/orders/${order.number}`) },
            order.number,
          ),
          spelled(order.date),
          order.lines,
          tag(order.status),
        ]),
      ),
    ),
  );
}

export async function orderView(number: string, me: Me): Promise<HTMLElement> {
  const order = await api<OrderDetail>(`/api/orders/${number}`);
  const fact = (label: string, value: Node | string): HTMLElement =>
    el('div', 'panel', {}, el('p', 'small', {}, label), value);
  const counts = new Map<number, HTMLInputElement>();
  const open = order.status === 'Shipped' || order.status === 'Partially shipped';
  const received = (line: OrderDetail['items'][number]): Node | string => {
    if (!open) return line.received === null ? '–' : String(line.received);
    const input = el('input', 'count', {
      inputmode: 'numeric',
      value: line.received ?? '',
      'aria-label': `Received quantity, line ${line.lineNumber}`,
    });
    counts.set(line.lineNumber, input);
    return input;
  };
  return el(
    'div',
    '',
    {},
    el(
      'div',
      'top',
      {},
      el('h1', 'title', {}, 'CSOS order ', el('span', 'mono', {}, order.number)),
      tag(order.status),
    ),
    order.statement ? el('div', 'note bad', {}, `Not accepted: ${order.statement}`) : null,
    el(
      'div',
      'cols',
      {},
      fact('Order date', spelled(order.date)),
      fact('Ship date', order.shipDate ? spelled(order.shipDate) : '–'),
      fact('Invoice', order.invoice ?? '–'),
    ),
    el(
      'div',
      'grid',
      { role: 'grid', 'aria-label': 'Order lines' },
      gridRow(
        'rowShip',
        ['Line', 'NDC', 'Product', 'Pack', 'Ordered', 'Shipped', 'Received'],
        'columnheader',
      ),
      ...order.items.map((line) =>
        gridRow('rowShip', [
          line.lineNumber,
          el('span', 'mono', {}, line.ndc),
          line.description,
          line.packageSize,
          line.ordered,
          line.shipped,
          received(line),
        ]),
      ),
    ),
    open ? receiptBar(order, me.today, counts) : null,
  );
}
