import { isPlainSelector } from '../profiles/is-plain-selector';
import { isSubmitName } from './submit-name';

/** How far up from where it was pressed a control is looked for: icons and spans stand inside it. */
const MAX_UP = 12;
/** How far up something that is no control by its role may be one by its looks. */
const MAX_LOOKS = 4;

const CONTROL =
  'button,input[type="submit"],input[type="image"],input[type="button"],a,area,summary,[role="button"],[role="link"],[role="menuitem"]';

/**
 * The control of the portal that sends the order off and was pressed here; null: something else was. `path` is the event's
 * composed path, so that a control inside open shadow roots is found; `submits` are the portal's own, by its profile.
 */
export function submitControl(
  path: readonly EventTarget[],
  submits: readonly string[] = [],
): HTMLElement | null {
  const elements = path.filter(isElement).slice(0, MAX_UP);
  const own = elements.find((element) => submits.some((selector) => fits(element, selector)));
  if (own) return own;
  const control = elements.find((element) => element.matches(CONTROL));
  if (control) return leaves(control) ? control : null;
  return elements.slice(0, MAX_LOOKS).find((element) => looksPressable(element) && leaves(element)) ?? null;
}

function leaves(control: HTMLElement): boolean {
  const name = nameOf(control);
  // Where a site's parts are: "Order", "Purchase".
  if (isLink(control) && !/submit|transmit|\S\s+\S/i.test(name.trim())) return false;
  return isSubmitName(name);
}

function isLink(control: HTMLElement): boolean {
  return (
    /^(?:a|area)$/.test(control.localName) && /^(?!#|javascript:)/i.test(control.getAttribute('href') ?? '#')
  );
}

/** What people read, or hear, on a control. */
export function nameOf(control: Element): string {
  const labelled = control.getAttribute('aria-label')?.trim();
  if (labelled) return labelled;
  const by = control.getAttribute('aria-labelledby');
  if (by) {
    const root = control.getRootNode() as Document | ShadowRoot;
    const said = by.split(/\s+/).map((id) => root.getElementById(id)?.textContent ?? '');
    if (said.some((text) => text.trim() !== '')) return said.join(' ');
  }
  if (control.localName === 'input') {
    const input = control as HTMLInputElement;
    // A button without a value is drawn as "Submit".
    if (input.type === 'submit') return input.value || 'Submit';
    return input.value || input.alt || input.title;
  }
  const text = control.textContent.trim();
  if (text !== '') return text;
  return control.querySelector('img[alt]')?.getAttribute('alt') ?? control.getAttribute('title') ?? '';
}

function isElement(target: EventTarget): target is HTMLElement {
  return (target as Partial<Node>).nodeType === 1;
}

/** A box that a script made into a button, or an element of a site's own: nothing says so but its name, or the hand over it. */
function looksPressable(element: HTMLElement): boolean {
  if (element.localName.includes('-')) return true;
  if (element.matches('input,select,textarea,label,body,html')) return false;
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}

/** A profile is data that somebody wrote: a selector that isn't one fits nothing. */
export function fits(element: Element, selector: string): boolean {
  try {
    return isPlainSelector(selector) && element.matches(selector);
  } catch {
    return false;
  }
}
