export type Field = HTMLInputElement | HTMLSelectElement;

/** Whether the page would send the form off, or post it back, by itself once the value changes. */
export function sendsItself(field: Field): boolean {
  return ['onchange', 'oninput', 'onblur'].some((name) =>
    /submit\s*\(|__doPostBack/.test(field.getAttribute(name) ?? ''),
  );
}

/**
 * Puts a value into a field as typing would: through the prototype's setter, past the ones that page frameworks put on the
 * element, then the events they listen to. Nothing is pressed; a form that the page sends off because of it is held back.
 * Answers false where the page tried to.
 */
export function writeField(field: Field, value: string): boolean {
  const view = field.ownerDocument.defaultView;
  if (!view) return false;
  const prototype =
    field.tagName === 'SELECT' ? view.HTMLSelectElement.prototype : view.HTMLInputElement.prototype;
  let sent = false;
  const hold = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    sent = true;
  };
  view.addEventListener('submit', hold, true);
  try {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new view.Event('input', { bubbles: true }));
    field.dispatchEvent(new view.Event('change', { bubbles: true }));
  } finally {
    view.removeEventListener('submit', hold, true);
  }
  return !sent;
}
