import type { RowPlace } from './row';

const LIST = 'table,[role="grid"],[role="table"],[role="treegrid"],[role="list"],[role="feed"],ul,ol';
/** What virtualised lists call the number of a row, the standard's own names first. */
const NUMBERS = [
  'aria-rowindex',
  'aria-posinset',
  'row-index',
  'data-row-index',
  'data-index',
  'data-item-index',
];
const MAX_LEVELS = 4;

/** Where in its list each of these elements stands; elements as the page has them in this moment. */
export function rowPlaces(elements: readonly Element[]): readonly RowPlace[] {
  const lists: (Element | null)[] = [];
  return elements.map((element) => {
    const list = element.closest(LIST);
    if (!lists.includes(list)) lists.push(list);
    return { list: lists.indexOf(list), index: numberOf(element, list) };
  });
}

/** A row's number stands on the row, or on what the list wraps it in. */
function numberOf(element: Element, list: Element | null): number | null {
  let up: Element | null = element;
  for (let level = 0; up && up !== list && level < MAX_LEVELS; level++, up = up.parentElement) {
    for (const name of NUMBERS) {
      const value = up.getAttribute(name);
      if (value !== null && /^\d{1,7}$/.test(value)) return Number(value);
    }
  }
  return null;
}
