import { selectAll } from '../profiles/select-all';
import type { Placed, Placement } from './placement';

/** How the signed order is known to systems that take it as a file (csos.md 4). */
const FILE_TYPE = 'application/x-csos-signed-order';

/**
 * Puts a signed order where the supplier's page takes it: into a text field or a file input that is there exactly once and
 * can be edited; never into a password field, and nothing is pressed: submitting stays the person's.
 */
export function deliver(document: Document, { selector, kind, content, fileName }: Placement): Placed {
  const found = selectAll(document, selector);
  const [field] = found;
  if (found.length !== 1 || !field) return 'not-there';
  const input = field.tagName === 'INPUT' ? (field as HTMLInputElement) : null;
  if (kind === 'file') {
    if (input?.type !== 'file' || input.disabled || input.webkitdirectory) return 'locked';
    return putFile(input, new File([bytesOf(content)], fileName, { type: FILE_TYPE }));
  }
  if (field.tagName === 'TEXTAREA')
    return fill(field as HTMLTextAreaElement, HTMLTextAreaElement.prototype, content);
  if (input?.type !== 'text' && input?.type !== 'hidden') return 'locked';
  return fill(input, HTMLInputElement.prototype, content);
}

/** Through the prototype's setter, past the ones that page frameworks put on the element itself. */
function fill<T extends HTMLInputElement | HTMLTextAreaElement>(
  field: T,
  prototype: T,
  text: string,
): Placed {
  if (field.disabled || field.readOnly) return 'locked';
  set(field, prototype, 'value', text);
  tell(field);
  return field.value.replace(/\s/g, '') === text.replace(/\s/g, '') ? 'placed' : 'not-kept';
}

/** Judged before the page hears of it: pages that upload a chosen file at once empty the control. */
function putFile(input: HTMLInputElement, file: File): Placed {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  set(input, HTMLInputElement.prototype, 'files', transfer.files);
  const [held] = input.files ?? [];
  if (input.files?.length !== 1 || held?.name !== file.name || held.size !== file.size) return 'not-kept';
  tell(input);
  return 'placed';
}

function set(element: Element, prototype: object, name: string, value: unknown): void {
  Object.getOwnPropertyDescriptor(prototype, name)?.set?.call(element, value);
}

function tell(field: Element): void {
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
