import { fold } from './fold';

/** A stretch of visible text that stands by itself: a block, a badge, or the value of a control. */
export interface Segment {
  readonly text: string;
  readonly element: Element;
  /** The value can be changed on the page. */
  readonly editable: boolean;
}

/** Reads what a person sees. Never runs, clicks or changes anything on the page. */
export interface Reader {
  /** Whether the element is drawn where it can be seen. */
  visible(element: Element): boolean;
  struck(element: Element): boolean;
  /** Visible stretches inside `root` in reading order; struck-through text and button faces are left out. */
  segments(root: Element): readonly Segment[];
}

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
const GLUED = new Set([
  'B',
  'STRONG',
  'I',
  'EM',
  'U',
  'MARK',
  'SUP',
  'SUB',
  'FONT',
  'BDI',
  'BDO',
  'CODE',
  'TT',
  'VAR',
  'BIG',
  'WBR',
  'ABBR',
  'TIME',
  'DATA',
]);
/** Inline by nature, but page authors make badges and columns of them. */
const EITHER = new Set(['SPAN', 'A', 'LABEL', 'SMALL', 'S', 'DEL', 'INS']);
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

/** Makes the reader of one detection; what it learns about styles is kept for that long only. */
export function createReader(document: Document): Reader {
  const view = document.defaultView;
  const seen = new Map<Element, boolean>();
  const read = new Map<Element, readonly Segment[]>();
  const drawn = (document.documentElement?.getBoundingClientRect().height ?? 0) > 0;

  function styleOf(element: Element): CSSStyleDeclaration | null {
    return view ? view.getComputedStyle(element) : null;
  }

  function hasBox(element: Element): boolean {
    if (typeof element.checkVisibility === 'function') {
      if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
      if (!drawn || styleOf(element)?.display !== 'contents') return false;
      return element.parentElement ? visible(element.parentElement) : true;
    }
    const style = styleOf(element);
    if (style && (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0'))
      return false;
    return element.parentElement ? visible(element.parentElement) : true;
  }

  /** Pushed off the page or squeezed to nothing; scrolled away inside its own box is not hidden. */
  function displaced(element: Element): boolean {
    if (!drawn || !view) return false;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 && box.height <= 1) return styleOf(element)?.display !== 'contents';
    if (box.right + view.scrollX > 0 && box.bottom + view.scrollY > 0) return false;
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (up.scrollTop > 0 || up.scrollLeft !== 0) return false;
    }
    return true;
  }

  function visible(element: Element): boolean {
    let answer = seen.get(element);
    if (answer === undefined) {
      answer = hasBox(element) && !displaced(element);
      seen.set(element, answer);
    }
    return answer;
  }

  function struck(element: Element): boolean {
    if (/^(S|DEL|STRIKE)$/.test(element.tagName)) return true;
    return styleOf(element)?.textDecorationLine?.includes('line-through') ?? false;
  }

  function isApart(element: Element): boolean {
    if (GLUED.has(element.tagName)) return false;
    if (!EITHER.has(element.tagName)) return true;
    return drawn ? styleOf(element)?.display !== 'inline' : false;
  }

  function segments(root: Element): readonly Segment[] {
    const known = read.get(root);
    if (known) return known;
    const found: Segment[] = [];
    let text = '';
    let holder: Element | null = null;
    const flush = () => {
      const folded = fold(text);
      if (folded && holder) found.push({ text: folded, element: holder, editable: false });
      text = '';
      holder = null;
    };
    const enter = (element: Element) => {
      const inner = controlText(element);
      if (inner !== null) {
        flush();
        if (visible(element)) found.push({ text: fold(inner), element, editable: isEditable(element) });
        return;
      }
      if (isSilent(element)) return;
      const apart = isApart(element);
      if (apart) flush();
      if (!struck(element)) walk(element);
      if (apart) flush();
    };
    const walk = (parent: Element | ShadowRoot) => {
      for (const node of parent.childNodes) {
        if (node.nodeType === 3) {
          const value = node.nodeValue ?? '';
          const owner = node.parentElement ?? root;
          if (!value.trim()) text += ' ';
          else if (visible(owner)) {
            text += value;
            holder ??= owner;
          }
        } else if (node.nodeType === 1) enter(node as Element);
      }
      if ('shadowRoot' in parent && parent.shadowRoot) walk(parent.shadowRoot);
    };
    const own = controlText(root);
    if (own !== null) enter(root);
    else walk(root);
    flush();
    read.set(root, found);
    return found;
  }

  return { visible, struck, segments };
}

/** What a control holds, or null where the element is no control that carries a value. Passwords are never read. */
function controlText(element: Element): string | null {
  switch (element.tagName) {
    case 'INPUT': {
      const input = element as HTMLInputElement;
      return SILENT_INPUTS.has(input.type) ? null : input.value;
    }
    case 'TEXTAREA':
      return (element as HTMLTextAreaElement).value;
    case 'SELECT':
      return [...(element as HTMLSelectElement).selectedOptions].map((option) => option.text).join(' ');
    default:
      if (element.getAttribute('role') !== 'spinbutton') return null;
      return element.getAttribute('aria-valuenow') ?? element.textContent ?? '';
  }
}

function isEditable(element: Element): boolean {
  const control = element as HTMLInputElement;
  return !control.disabled && !control.readOnly && element.getAttribute('aria-disabled') !== 'true';
}

/** Parts that say nothing about the order: scripts, silent inputs, and buttons unless they show a value. */
function isSilent(element: Element): boolean {
  if (SKIPPED.has(element.tagName) || element.tagName === 'INPUT') return true;
  const isButton = element.tagName === 'BUTTON' || element.getAttribute('role') === 'button';
  return isButton && !/\d|\w{5,} \w/.test(element.textContent ?? '');
}
