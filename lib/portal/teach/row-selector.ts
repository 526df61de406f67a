import { selectAll } from '../profiles/select-all';
import { step } from './path-in';
import type { TaughtRow } from './row-of';
import { namingSelectors, stableClasses, stableId } from './stable';

/**
 * A selector for all lines like this one, in the whole document or shadow root: the shortest by written names that finds
 * them all and nothing that `isLine` denies, or else the path from the closest element with a name.
 */
export function rowSelector({ row, others }: TaughtRow, isLine: (row: Element) => boolean): string {
  const root = row.getRootNode() as Document | ShadowRoot;
  const wanted = [row, ...others];
  const own = ownNames(row, others);
  const anchors = anchorsOf(row);
  const candidates = [
    ...own.filter((name) => name !== row.localName),
    ...anchors.flatMap(({ name, inner }) =>
      own.flatMap((self) => [`${name} ${self}`, chain(name, inner, self, tagOf)]),
    ),
    ...anchors.map(({ name, inner }) => chain(name, inner, row.localName, step)),
  ];
  const fits = (selector: string) => {
    const found = selectAll(root, selector);
    return (
      wanted.every((one) => found.includes(one)) &&
      found.every((one) => wanted.includes(one) || one.parentElement === row.parentElement || isLine(one))
    );
  };
  return candidates.find(fits) ?? candidates.at(-1) ?? row.localName;
}

/** What the row and those like it have in common, as selectors; the bare tag last. */
function ownNames(row: Element, others: readonly Element[]): readonly string[] {
  const tag = CSS.escape(row.localName);
  const shared = stableClasses(row).filter((name) => others.every((one) => one.classList.contains(name)));
  const role = row.getAttribute('role');
  const named = namingSelectors(row).filter((selector) => others.every((one) => one.matches(selector)));
  return [
    ...shared.map((name) => `${tag}.${CSS.escape(name)}`),
    ...named.map((selector) => `${tag}${selector}`),
    ...(role !== null && /^\w+$/.test(role) ? [`${tag}[role="${role}"]`] : []),
    tag,
  ];
}

interface Anchor {
  readonly name: string;
  /** Elements between the anchor and the row, from outside in. */
  readonly inner: readonly Element[];
}

/** Elements around the row that have a name, closest first; the body last. */
function anchorsOf(row: Element): readonly Anchor[] {
  const anchors: Anchor[] = [];
  const inner: Element[] = [];
  for (let up = row.parentElement; up; up = up.parentElement) {
    const id = stableId(up);
    const [name] = stableClasses(up);
    if (id !== null) anchors.push({ name: id, inner: [...inner] });
    else if (name !== undefined)
      anchors.push({ name: `${up.localName}.${CSS.escape(name)}`, inner: [...inner] });
    else if (up.localName === 'main' || up.localName === 'body')
      anchors.push({ name: up.localName, inner: [...inner] });
    inner.unshift(up);
  }
  if (anchors.length === 0 && inner.length > 0)
    anchors.push({ name: tagOf(inner[0] as Element), inner: inner.slice(1) });
  return anchors;
}

function chain(
  anchor: string,
  inner: readonly Element[],
  self: string,
  name: (element: Element) => string,
): string {
  return [anchor, ...inner.map(name), self].join(' > ');
}

function tagOf(element: Element): string {
  return CSS.escape(element.localName);
}
