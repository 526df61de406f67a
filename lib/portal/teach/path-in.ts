import { selectAll } from '../profiles/select-all';
import { namingSelectors, stableClasses } from './stable';

/**
 * A selector that finds an element from its row: by what names it where that is enough in this row and the others like it,
 * or else by its place among its siblings. Null where it isn't inside.
 */
export function pathIn(row: Element, element: Element, others: readonly Element[]): string | null {
  if (row === element || !row.contains(element)) return null;
  const tag = element.localName;
  const named = [
    ...namingSelectors(element).map((one) => `${tag}${one}`),
    ...stableClasses(element).map((one) => `${tag}.${CSS.escape(one)}`),
  ];
  const only = named.find((selector) =>
    [row, ...others].every((one) => selectAll(one, selector).length === 1),
  );
  if (only !== undefined) return only;
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== row; at = at.parentElement) steps.unshift(step(at));
  return `:scope > ${steps.join(' > ')}`;
}

/** An element among its siblings: by its tag, counted where several have it. */
export function step(element: Element): string {
  const tag = CSS.escape(element.localName);
  const alike = [...(element.parentElement?.children ?? [])].filter(
    ({ localName }) => localName === element.localName,
  );
  return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag;
}
