import type { Me, OfferedItem } from '../api-types';
import { dollars } from '../../book/words';
import { descriptionOf, packOf } from '../product-text';
import { api } from './api';
import { el, gridRow } from './dom';
import { follow } from './navigate';

/** Figures and a statement, no order. */
export function homeView(me: Me): Promise<HTMLElement> {
  const card = (title: string, figure: string, note: string): HTMLElement =>
    el(
      'div',
      'panel',
      {},
      el('p', 'small', {}, title),
      el('div', 'title', {}, figure),
      el('div', 'faint', {}, note),
    );
  return Promise.resolve(
    el(
      'div',
      '',
      {},
      el(
        'div',
        'top',
        {},
        el('h1', 'title', {}, `Good morning, ${me.user}`),
        el('span', 'faint', {}, me.today),
      ),
      el(
        'div',
        'cols',
        {},
        card('Open balance', '$2,480.16', 'Net 30'),
        card('This month', '14 orders', '3 less than last month'),
        card('Next delivery', 'Tomorrow', 'Cut-off 6 pm ET'),
      ),
      el(
        'div',
        'note',
        {},
        'Schedule II items are ordered with a signed CSOS order. Each needs its own number, such as 25XABC123.',
      ),
      el('a', 'button', { href: '/order-guide', click: follow('/order-guide') }, 'Open order guide'),
    ),
  );
}

export async function pricesView(): Promise<HTMLElement> {
  const items = await api<readonly OfferedItem[]>('/api/items');
  return el(
    'div',
    '',
    {},
    el('div', 'top', {}, el('h1', 'title', {}, 'Price list')),
    el(
      'div',
      'grid',
      { role: 'grid', 'aria-label': 'Price list' },
      gridRow('rowOrders', ['SKU', 'Pack', 'Product', 'Your price'], 'columnheader'),
      ...items.map((item) =>
        gridRow('rowOrders', [item.itemNumber, packOf(item), descriptionOf(item), dollars(item.price)]),
      ),
    ),
  );
}
