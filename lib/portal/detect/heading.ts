import { fold } from './fold';
import type { Reader } from './reader';

/** Lists beside the order: what one might also buy, or had once. */
const ASIDE =
  /\b(?:recommended|you may also|also bought|frequently (?:bought|ordered)|recently (?:viewed|ordered|purchased)|favou?rites|similar|alternatives?|substitut\w+|saved for later|save for later|suggested (?:items|products)|related (?:items|products)|top sellers|deals|on sale|mini.?cart|wish ?list|out of stock|unavailable items|not ordered|order again|buy again|reorder)\b/i;

export function isAside(heading: string | null): boolean {
  return heading !== null && ASIDE.test(heading);
}

/** What stands over a list: its caption, its accessible name, or the heading right before it. */
export function headingOf(element: Element, reader: Reader): string | null {
  const caption = element.querySelector(':scope > caption');
  if (caption) return fold(caption.textContent ?? '').slice(0, 120);
  for (
    let up: Element | null = element, level = 0;
    up && level < 5 && up.tagName !== 'BODY';
    up = up.parentElement, level++
  ) {
    const name = up.getAttribute('aria-label');
    if (name) return fold(name).slice(0, 120);
    let before = up.previousElementSibling;
    for (let i = 0; before && i < 30; i++, before = before.previousElementSibling) {
      if (/^(?:H[1-6]|LEGEND)$/.test(before.tagName) || before.getAttribute('role') === 'heading') {
        return reader.visible(before) ? fold(before.textContent ?? '').slice(0, 120) : null;
      }
      const inner = before.querySelector('h1,h2,h3,h4,h5,h6,legend');
      if (inner) return fold(inner.textContent ?? '').slice(0, 120);
    }
  }
  return null;
}
