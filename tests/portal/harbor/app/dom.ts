import { cls } from '../class-names';

type Child = Node | string | number | null;

/** Makes an element: `names` are style names, hashed; `attrs` are set as they are; functions become listeners. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  names: string,
  attrs: Readonly<Record<string, string | number | ((event: Event) => void)>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (names) node.className = cls(...names.split(' '));
  for (const [name, value] of Object.entries(attrs)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else node.setAttribute(name, String(value));
  }
  node.append(
    ...children
      .filter((child) => child !== null)
      .map((child) => (typeof child === 'number' ? String(child) : child)),
  );
  return node;
}

/** A row of an ARIA grid: this portal has no `<table>`. */
export function gridRow(
  style: string,
  cells: readonly Child[],
  role: 'gridcell' | 'columnheader' = 'gridcell',
): HTMLElement {
  return el(
    'div',
    role === 'columnheader' ? `${style} head` : style,
    { role: 'row' },
    ...cells.map((cell) => el('div', '', { role }, cell)),
  );
}
