import type { OrderDetail } from '../api-types';
import { api } from './api';
import { el } from './dom';
import { navigate } from './navigate';

/** Date and button under a shipped order; blank boxes are not counted. */
export function receiptBar(
  order: OrderDetail,
  today: string,
  counts: ReadonlyMap<number, HTMLInputElement>,
): HTMLElement {
  const date = el('input', 'field', { type: 'date', value: today, 'aria-label': 'Date received' });
  const save = (): void => {
    const counted = [...counts].filter(([, input]) => /^\d+$/.test(input.value));
    const quantities = Object.fromEntries(counted.map(([line, input]) => [line, Number(input.value)]));
    void api(`/api/orders/${order.number}/receipt`, { date: date.value, quantities }).then(() =>
      navigate(location.pathname),
    );
  };
  return el(
    'div',
    'bar',
    {},
    date,
    el('button', 'button', { type: 'button', click: save }, 'Confirm receipt'),
  );
}
