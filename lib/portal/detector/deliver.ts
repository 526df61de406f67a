/**
 * Puts a signed order where the supplier's page takes it. Only into a text field that is there exactly once and can be
 * edited; never into a password field, and nothing is pressed: submitting stays the person's. Answers whether it stands there.
 */
export function deliver(document: Document, selector: string, text: string): boolean {
  const found = document.querySelectorAll(selector);
  const [field] = found;
  if (found.length !== 1 || !field) return false;
  if (field.tagName === 'TEXTAREA')
    return fill(field as HTMLTextAreaElement, HTMLTextAreaElement.prototype, text);
  if (field.tagName !== 'INPUT') return false;
  const input = field as HTMLInputElement;
  if (input.type !== 'text' && input.type !== 'hidden') return false;
  return fill(input, HTMLInputElement.prototype, text);
}

/** Through the prototype's setter, past the ones that page frameworks put on the element itself. */
function fill<T extends HTMLInputElement | HTMLTextAreaElement>(
  field: T,
  prototype: T,
  text: string,
): boolean {
  if (field.disabled || field.readOnly) return false;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return field.value.replace(/\s/g, '') === text.replace(/\s/g, '');
}
