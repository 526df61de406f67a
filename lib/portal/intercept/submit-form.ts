import { fits, submitControl } from './control';
import { isSubmitName } from './submit-name';

const BUTTONS = 'button:not([type="button"]):not([type="reset"]),input[type="submit"],input[type="image"]';

/**
 * Whether this submission sends the order off: by the button that made it, or, where none did (Enter in a field,
 * `requestSubmit` of a script), by the form's default button, or else by what the form is called.
 */
export function submitsOrder(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  submits: readonly string[] = [],
): boolean {
  if (submits.some((selector) => fits(form, selector))) return true;
  const button = submitter ?? form.querySelector<HTMLElement>(BUTTONS);
  if (button) return submitControl([button], submits) !== null;
  // As attributes, since a field of the form may be called "action" or "id" and stand in their place.
  const called = ['aria-label', 'name', 'id', 'title'].map((name) => form.getAttribute(name) ?? '');
  return called.some((name) => isSubmitName(name.replace(/([a-z])([A-Z])|[_-]+/g, '$1 $2')));
}
