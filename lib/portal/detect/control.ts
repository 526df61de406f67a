import { fold } from './fold';

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'svg',
  'SVG',
  'IFRAME',
  'OBJECT',
  'CANVAS',
  'VIDEO',
  'AUDIO',
]);
const SILENT_INPUTS = new Set([
  'hidden',
  'password',
  'checkbox',
  'radio',
  'submit',
  'button',
  'image',
  'reset',
  'file',
  'range',
  'color',
]);

/** What a control holds, or null where the element is no control that carries a value. Passwords are never read. */
export function controlText(element: Element): string | null {
  switch (element.tagName) {
    case 'INPUT': {
      const input = element as HTMLInputElement;
      return SILENT_INPUTS.has(input.type) ? null : input.value;
    }
    case 'TEXTAREA':
      return (element as HTMLTextAreaElement).value;
    case 'SELECT':
      return [...(element as HTMLSelectElement).selectedOptions].map((option) => option.label).join(' ');
    default:
      if (/^(?:|true|plaintext-only)$/.test(element.getAttribute('contenteditable') ?? 'none'))
        return element.textContent ?? '';
      if (element.getAttribute('role') !== 'spinbutton') return null;
      return element.getAttribute('aria-valuenow') ?? element.textContent ?? '';
  }
}

export function isEditable(element: Element): boolean {
  const control = element as HTMLInputElement;
  return !control.disabled && !control.readOnly && element.getAttribute('aria-disabled') !== 'true';
}

/** Parts that say nothing about the order: scripts, silent inputs, and buttons unless they show a value. */
export function isSilent(element: Element): boolean {
  if (SKIPPED.has(element.tagName) || element.tagName === 'INPUT') return true;
  const isButton = element.tagName === 'BUTTON' || element.getAttribute('role') === 'button';
  return isButton && !/\d|\w{5,} \w/.test(element.textContent ?? '');
}

/** What a control is called by its own attributes and label, for columns and cards that don't name it. */
export function controlName(element: Element): string {
  const control = element as HTMLInputElement;
  const named = element.getAttribute('aria-label') ?? labelledBy(element) ?? control.labels?.[0]?.textContent;
  if (named && /[a-z#]/i.test(named)) return fold(named).slice(0, 60);
  const hinted = element.getAttribute('title') || element.getAttribute('placeholder');
  if (hinted && /[a-z#]/i.test(hinted)) return fold(hinted).slice(0, 60);
  return madeWords(element.getAttribute('name') ?? element.id);
}

function labelledBy(element: Element): string | null {
  const [id] = (element.getAttribute('aria-labelledby') ?? '').split(' ');
  const root = element.getRootNode();
  return id && 'getElementById' in root ? ((root as Document).getElementById(id)?.textContent ?? null) : null;
}

/** `ctl00$orderQty_3` as words: "order qty". */
function madeWords(name: string): string {
  const last = name
    .replace(/[[\]().:$-]+/g, ' ')
    .trim()
    .split(' ')
    .filter((part) => /[a-z]/i.test(part))
    .at(-1);
  return (last ?? '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\d]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(?:txt|tb|ctl|inp|fld|input) ?/, '')
    .slice(0, 60);
}
