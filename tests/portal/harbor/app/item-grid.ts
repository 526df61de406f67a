import type { OfferedItem } from '../api-types';
import { dollars, scheduleMark } from '../../book/words';
import { packOf } from '../product-text';
import { el, gridRow } from './dom';

/** The grid of order guide and checkout; `quantity` makes the last cell of a row. */
export function itemGrid(
  label: string,
  items: readonly OfferedItem[],
  quantity: (item: OfferedItem) => Node,
): HTMLElement {
  return el(
    'div',
    'grid',
    { role: 'grid', 'aria-label': label, 'aria-rowcount': items.length + 1 },
    gridRow(
      'row',
      ['NDC', 'SKU', 'Product', 'Strength', 'Form', 'Pack', 'Schedule', 'Price', 'Quantity'],
      'columnheader',
    ),
    ...items.map((item) =>
      gridRow('row', [
        el('span', 'mono', {}, item.ndc),
        item.itemNumber,
        item.name,
        item.strength,
        item.form,
        packOf(item),
        el(
          'span',
          item.schedule === 'none' ? 'tag' : 'tag tagControlled',
          {},
          scheduleMark(item.schedule).replace('-', ''),
        ),
        dollars(item.price),
        quantity(item),
      ]),
    ),
  );
}
