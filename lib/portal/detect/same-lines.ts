import type { List } from './gather';
import { quantityOf } from './lines';
import type { LineValues } from './lines';

/** Where pages repeat an order that they show in full elsewhere. */
const SIDE =
  'aside,nav,header,[role="dialog"],[role="alertdialog"],dialog,[role="complementary"],[class*="mini" i],[class*="drawer" i],[class*="flyout" i],[class*="popover" i],[class*="modal" i],[class*="sidebar" i]';

/** Lists without those that only repeat another: a mini cart beside the cart, a warning over it. */
export function withoutRepeats(lists: readonly List[]): readonly List[] {
  const kept = lists.filter(
    (list) => !lists.some((other) => other !== list && isIn(list, other) && repeats(list, other)),
  );
  const seen: List[] = [];
  for (const list of kept) if (!seen.some((other) => isCopy(list, other))) seen.push(list);
  return seen;
}

/** A side list may show old amounts; what it lists has to be in the other, which stands in the page itself. */
function isIn(list: List, other: List): boolean {
  return (
    list.element.closest(SIDE) !== null && (other.element.closest(SIDE) === null || other.rows > list.rows)
  );
}

function repeats(list: List, other: List): boolean {
  return list.lines.every((line) => other.lines.some((one) => isSame(line, one)));
}

/** Shown twice, both times in the page: the same products in the same amounts. */
function isCopy(list: List, other: List): boolean {
  return (
    list.lines.length <= other.lines.length &&
    list.lines.every((line) =>
      other.lines.some((one) => isSame(line, one) && quantityOf(line) === quantityOf(one)),
    )
  );
}

function isSame(a: LineValues, b: LineValues): boolean {
  for (const field of ['ndc', 'itemNumber'] as const) {
    const [one, two] = [a, b].map(({ values }) => (values.get(field)?.text ?? '').replace(/\W/g, ''));
    if (one && two) return one === two;
  }
  const [one = '', two = ''] = [a, b].map(({ values }) =>
    (values.get('description')?.text ?? '').toLowerCase().replace(/[^a-z0-9]/g, ''),
  );
  return one.length > 4 && two.length > 4 && (one.startsWith(two) || two.startsWith(one));
}
