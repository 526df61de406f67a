import { fits, nameOf } from './control';

/** What forms beside an order ask for. */
const ASIDE = /promo|coupon|voucher|discount|gift|rebate|newsletter|subscri|e-?mail|\bzip|postal|\bsearch/i;
const FIELDS = 'input:not([type="hidden"],[type="submit"],[type="image"],[type="button"]),select,textarea';
const MOST_FIELDS = 3;

/**
 * Whether a control that says no more than "Submit" stands in a small form of its own beside the order, such as one for a
 * promotion code: whoever presses it submits no order. `submits`: the portal's own controls by its profile, never aside.
 */
export function isAside(control: Element, submits: readonly string[]): boolean {
  const form = control.closest('form');
  if (!form || !/^\s*(?:re)?submit\s*$/i.test(nameOf(control))) return false;
  if (submits.some((selector) => fits(control, selector) || fits(form, selector))) return false;
  const fields = [...form.querySelectorAll<HTMLInputElement>(FIELDS)];
  if (fields.length === 0 || fields.length > MOST_FIELDS || form.querySelector('table')) return false;
  return fields.every((field) => ASIDE.test(saidOf(field)));
}

function saidOf(field: HTMLInputElement): string {
  const said = ['name', 'id', 'placeholder', 'aria-label', 'type'].map((name) => field.getAttribute(name));
  const labels = [...(field.labels ?? [])].map((label) => label.textContent);
  return [...said, ...labels].join(' ');
}
