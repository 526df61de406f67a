import { fold } from './fold';
import type { Segment } from './reader';

const SKIPPED = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION)$/;
const MAX_SEGMENTS = 40_000;

/**
 * The short texts and the controls of a page in reading order, for what stands outside of lines. Visibility is asked
 * only of what turns out to matter.
 */
export function streamOf(
  root: Document | ShadowRoot,
  skipped: (element: Element) => boolean,
): readonly Segment[] {
  const document = root.ownerDocument ?? root;
  const scope = root.nodeType === 9 ? (root as Document).body : root;
  if (!scope) return [];
  const stream: Segment[] = [];
  const walker = document.createTreeWalker(scope, 5, (node) => {
    if (node.nodeType === 3) return 1;
    const element = node as Element;
    if (SKIPPED.test(element.tagName) || skipped(element)) return 2;
    return isField(element) ? 1 : 3;
  });
  for (let node = walker.nextNode(); node && stream.length < MAX_SEGMENTS; node = walker.nextNode()) {
    if (node.nodeType === 3) {
      const raw = node.nodeValue ?? '';
      const text = raw.length > 600 ? '' : fold(raw);
      if (text && node.parentElement) stream.push({ text, element: node.parentElement, editable: false });
    } else {
      const element = node as HTMLInputElement | HTMLSelectElement;
      const text =
        'selectedOptions' in element ? ([...element.selectedOptions][0]?.text ?? '') : element.value;
      stream.push({ text: fold(text), element, editable: true });
    }
  }
  return stream;
}

function isField(element: Element): boolean {
  if (element.tagName === 'SELECT' || element.tagName === 'TEXTAREA') return true;
  return (
    element.tagName === 'INPUT' &&
    /^(?:text|search|number|tel|date|)$/.test((element as HTMLInputElement).type)
  );
}
