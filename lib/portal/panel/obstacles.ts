import { openRoots } from '../detect/roots';
import { fits, nameOf } from '../intercept/control';
import { isSubmitName } from '../intercept/submit-name';
import { isPlainSelector } from '../profiles/is-plain-selector';
import type { Box } from './free-corner';

/** Where the page's own controls are drawn now. */
export interface Obstacles {
  /** The ways out of the order: never covered. */
  readonly submits: readonly Box[];
  /** These and other ways on: not covered where there is room. */
  readonly all: readonly Box[];
}

const ONWARD =
  /submit|sign|place|order|check ?out|save|continue|confirm|review|send|next|update|receive|attest/i;
const CONTROLS =
  'button,input[type="submit"],input[type="button"],input[type="image"],[role="button"],a[class*="btn"],a[class*="button"]';
const MAX_LOOKED_AT = 3_000;
const NAME_MAX = 200;

/** Of the window's part that is seen; `submits` are the portal's own, by its profile. */
export function obstacles(document: Document, submits: readonly string[] = []): Obstacles {
  const view = document.defaultView;
  const found = { submits: [] as Box[], all: [] as Box[] };
  if (!view) return found;
  const selector = [CONTROLS, ...submits.filter((one) => isSelector(document, one))].join(',');
  for (const root of openRoots(document, everything)) {
    const controls = root.querySelectorAll<HTMLElement>(selector);
    for (let i = 0; i < Math.min(controls.length, MAX_LOOKED_AT); i++) {
      const control = controls[i] as HTMLElement;
      const name = nameOf(control).slice(0, NAME_MAX);
      const isOut = isSubmitName(name) || submits.some((one) => fits(control, one));
      const { type } = control as HTMLInputElement;
      if (!isOut && type !== 'submit' && type !== 'image' && !ONWARD.test(name)) continue;
      const box = boxOf(control, document);
      if (box.right <= box.left || box.bottom <= 0 || box.top >= view.innerHeight) continue;
      found.all.push(box);
      if (isOut) found.submits.push(box);
    }
  }
  return found;
}

/** What isn't drawn has no box. */
const everything = { visible: () => true };

/** In the page's window, also of a control in a frame that the page writes itself. */
function boxOf(control: HTMLElement, document: Document): Box {
  const { left, top, right, bottom } = control.getBoundingClientRect();
  const frame = control.ownerDocument === document ? null : control.ownerDocument.defaultView?.frameElement;
  const { left: x, top: y } = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

function isSelector(document: Document, text: string): boolean {
  if (!isPlainSelector(text)) return false;
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
