import type { Reader } from '../detect/reader';
import { openRoots } from '../detect/roots';

const MAX_CANDIDATES = 5_000;

/** Elements that show a value of their own, in page order: what can be picked. */
export function candidatesOf(document: Document, reader: Reader): readonly Element[] {
  const found = new Set<Element>();
  for (const root of openRoots(document, reader))
    for (const part of root === document ? [document.body] : ownParts(document, root))
      for (const { element } of reader.segments(part)) if (found.size < MAX_CANDIDATES) found.add(element);
  return [...found];
}

/** What a shadow root of this document holds. Frames that the page writes have a place of their own on the screen. */
function ownParts(document: Document, root: Document | ShadowRoot): readonly Element[] {
  return root.ownerDocument === document ? [...root.children] : [];
}

/** What is drawn at a point of the page, looked for through open shadow roots; `ours` is left out. */
export function elementAt(document: Document, x: number, y: number, ours: Element): Element | null {
  let found = document.elementsFromPoint(x, y).find((one) => one !== ours) ?? null;
  for (let inner = found; inner?.shadowRoot;) {
    const next = inner.shadowRoot.elementsFromPoint(x, y)[0] ?? null;
    if (!next || next === inner) break;
    found = inner = next;
  }
  return found;
}

/** The candidate that an element at the pointer means: itself, what it is part of, or the only one within it. */
export function candidateFor(element: Element | null, candidates: ReadonlySet<Element>): Element | null {
  if (!element) return null;
  if (candidates.has(element)) return element;
  const inside = [...candidates].filter((one) => element.contains(one));
  if (inside.length === 1) return inside[0] ?? null;
  const around = element.parentElement;
  return inside.length === 0 && around ? candidateFor(around, candidates) : null;
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Left and right go in page order; up and down to what is drawn closest over or under it. */
export function nextCandidate(
  candidates: readonly Element[],
  from: Element | null,
  direction: Direction,
): Element | null {
  const at = from ? candidates.indexOf(from) : -1;
  if (!from || at === -1) return candidates[0] ?? null;
  if (direction === 'ArrowLeft') return candidates[Math.max(at - 1, 0)] ?? null;
  if (direction === 'ArrowRight') return candidates[Math.min(at + 1, candidates.length - 1)] ?? null;
  const own = from.getBoundingClientRect();
  const sign = direction === 'ArrowDown' ? 1 : -1;
  let best = from;
  let least = Infinity;
  for (const one of candidates) {
    const box = one.getBoundingClientRect();
    const away = (box.top - own.top) * sign;
    if (away <= 1) continue;
    const distance = away + 2 * Math.abs(box.left - own.left);
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}
