import type { OfferedItem } from '../api-types';
import { api } from './api';
import { el } from './dom';
import { itemGrid } from './item-grid';
import { navigate } from './navigate';

/** Quantities on their way to the server; checkout waits for them. */
let saving: Promise<unknown> = Promise.resolve();

function stepper(item: OfferedItem): HTMLElement {
  const count = el('input', 'count', {
    value: item.inCart,
    inputmode: 'numeric',
    'aria-label': `Quantity of ${item.name} ${item.strength}`,
  });
  const set = (packages: number): void => {
    count.value = String(Math.min(999, Math.max(0, packages)));
    const packed = { itemNumber: item.itemNumber, packages: Number(count.value) };
    saving = saving.then(() => api('/api/cart', packed));
  };
  const now = (): number => (/^\d+$/.test(count.value) ? Number(count.value) : 0);
  count.addEventListener('change', () => set(now()));
  return el(
    'div',
    'stepper',
    { role: 'group' },
    el('button', 'step', { type: 'button', 'aria-label': 'Less', click: () => set(now() - 1) }, '−'),
    count,
    el('button', 'step', { type: 'button', 'aria-label': 'More', click: () => set(now() + 1) }, '+'),
  );
}

function checkOut(event: Event): void {
  event.preventDefault();
  void saving.then(() => navigate('/checkout'));
}

export async function guideView(): Promise<HTMLElement> {
  const items = await api<readonly OfferedItem[]>('/api/items');
  return el(
    'div',
    '',
    {},
    el(
      'div',
      'top',
      {},
      el('h1', 'title', {}, 'Order guide'),
      el('span', 'faint', {}, `${items.length} products`),
    ),
    itemGrid('Order guide', items, stepper),
    el('div', 'bar', {}, el('a', 'button', { href: '/checkout', click: checkOut }, 'Go to checkout')),
  );
}
