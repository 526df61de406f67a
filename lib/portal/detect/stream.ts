import { fold } from './fold';
import { fieldsOfLabel } from './label';
import type { Segment } from './reader';

const SKIPPED = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|TEXTAREA)$/;
const FIELD = /^(?:INPUT|SELECT|TEXTAREA)$/;
const MAX_SEGMENTS = 20_000;
const MAX_PRE = 50_000;
const YIELD_EVERY = 500;
const MAX_LENGTH = 600;
const MAX_FIELDS = 3_000;
const REFUSAL = /\b(?:not accepted|rejected|refused|declined)\b/i;

/**
 * The short texts and the fields of a page in reading order, walked once: anchors for lines, and what stands outside of
 * them. Nothing is asked of layout here; visibility is asked of what turns out to matter.
 */
export function* streamOf(root: Document | ShadowRoot): Generator<void, readonly Segment[]> {
  const scope = root.nodeType === 9 ? (root as Document).body : root;
  if (!scope) return [];
  const stream: Segment[] = [];
  const walker = (root.ownerDocument ?? root).createTreeWalker(scope, 4);
  const fields = fieldsByText(scope, walker);
  const add = (field: Element) =>
    void stream.push({ text: fold(valueOf(field)), element: field, editable: true });
  fields.get(null)?.forEach(add);
  walker.currentNode = scope;
  let walked = 0;
  for (let node = walker.nextNode(); node && stream.length < MAX_SEGMENTS; node = walker.nextNode()) {
    if (++walked % YIELD_EVERY === 0) yield;
    const raw = node.nodeValue ?? '';
    const element = node.parentElement;
    if (element?.tagName === 'PRE')
      for (const line of raw.slice(0, MAX_PRE).split('\n').flatMap(apart))
        stream.push({ text: line, element, editable: false });
    else if (element && !SKIPPED.test(element.tagName)) {
      const text =
        (raw.length <= MAX_LENGTH || isStatement(raw, stream.at(-1))) && /\S/.test(raw) ? fold(raw) : '';
      if (text) stream.push({ text, element, editable: false });
    }
    fields.get(node)?.forEach(add);
  }
  return stream;
}

/** What preformatted text sets apart by blanks. */
function apart(line: string): readonly string[] {
  return line
    .split(/\s{2,}|\t|\|/)
    .map(fold)
    .filter(Boolean);
}

/** Long texts say nothing of an order, but for a supplier's statement why it isn't accepted (21 CFR 1305.25). */
function isStatement(raw: string, before: Segment | undefined): boolean {
  if (REFUSAL.test(raw.slice(0, 200))) return true;
  if (!before || before.editable) return false;
  return (
    (before.text.length <= 60 && REFUSAL.test(before.text)) || fieldsOfLabel(before.text).includes('reason')
  );
}

/** Fields by the text node they come after; comparing positions in the document would be quadratic. */
function fieldsByText(
  scope: ParentNode & Node,
  walker: TreeWalker,
): ReadonlyMap<Node | null, readonly Element[]> {
  const byText = new Map<Node | null, Element[]>();
  for (const field of [...scope.querySelectorAll('input,select,textarea')]
    .filter(isRead)
    .slice(0, MAX_FIELDS)) {
    walker.currentNode = field;
    const before = walker.previousNode();
    const known = byText.get(before);
    if (known) known.push(field);
    else byText.set(before, [field]);
  }
  return byText;
}

/** Only fields whose value is shown as text; never passwords. */
function isRead(field: Element): boolean {
  return (
    field.tagName !== 'INPUT' || /^(?:text|search|number|tel|date|)$/.test((field as HTMLInputElement).type)
  );
}

function valueOf(field: Element): string {
  if (!FIELD.test(field.tagName)) return '';
  const control = field as HTMLInputElement | HTMLSelectElement;
  return 'selectedOptions' in control ? ([...control.selectedOptions][0]?.text ?? '') : control.value;
}
