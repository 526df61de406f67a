import { framesIn, writtenDocument } from '../written-frames';
import { memberOf } from './member-of';
import type { Reader } from './reader';

const MAX_ROOTS = 200;
const MAX_OUTER = 40;

/**
 * The document, its open shadow roots, and the frames that it writes itself, in page order. Closed roots are the page's own
 * secret; frames with an address are read by the script that lives in them.
 */
export function openRoots(
  document: Document,
  reader: Pick<Reader, 'visible'>,
): readonly (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (let i = 0; i < roots.length && roots.length < MAX_ROOTS; i++) {
    const root = roots[i] as Document | ShadowRoot;
    for (const host of hostsIn(root)) if (host.shadowRoot) roots.push(host.shadowRoot);
    for (const frame of framesIn(root)) {
      const inner = writtenDocument(frame);
      if (inner && reader.visible(frame)) roots.push(inner);
    }
  }
  return roots;
}

/**
 * Where a shadow root may be: custom elements, and the page's outermost boxes. Asking every element of a page of 60,000
 * costs more than reading it.
 */
function hostsIn(root: Document | ShadowRoot): readonly Element[] {
  if (root.nodeType !== 9) return [...root.querySelectorAll('*')];
  const document = root as Document;
  const top = [...(document.body?.children ?? [])].slice(0, MAX_OUTER);
  const outer = top.flatMap((box) => [box, ...[...memberOf(box, 'children')].slice(0, MAX_OUTER)]);
  if (typeof document.evaluate !== 'function') return outer;
  const named = document.evaluate("//body//*[contains(local-name(), '-')]", document, null, 7, null);
  const hosts = new Set(outer);
  for (let i = 0; i < named.snapshotLength; i++) hosts.add(named.snapshotItem(i) as Element);
  return [...hosts];
}
