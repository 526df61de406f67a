import { controlText, isEditable, isSilent } from './control';
import { fold } from './fold';
import { createAddedText } from './added-text';
import { createInk } from './ink';

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
  /** Whether the element takes part in layout at all; a squeezed or transparent one does. */
  displayed(element: Element): boolean;
  /** Whether text of the element is drawn on the page: not pushed off it, nor squeezed to nothing. */
  legible(element: Element): boolean;
  /** Whether it can also be read: neither tiny nor of the colour of its ground, nor clipped away. Costly; for values. */
  inked(element: Element): boolean;
  /** Whether styles draw more or other than the text says: added characters, overridden direction. */
  redrawn(element: Element): boolean;
  struck(element: Element): boolean;
  /** Visible stretches inside `root` in reading order; struck-through text and button faces are left out. */
  segments(root: Element): readonly Segment[];
  /** As `segments`, of texts that can be read. */
  inkedSegments(root: Element): readonly Segment[];
}

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
const SHOWN = { opacityProperty: true, visibilityProperty: true } as const;

function isCell(element: Element): boolean {
  return element.tagName === 'TD' || element.tagName === 'TH';
}

/** Makes the reader of one detection; what it learns about styles is kept for that long only. */
export function createReader(document: Document): Reader {
  const view = document.defaultView;
  const styles = new Map<Element, CSSStyleDeclaration | null>();
  const readable = new Map<Element, boolean>();
  const seen = new Map<Element, boolean>();
  const read = new Map<Element, readonly Segment[]>();
  const boxes = new Map<Element, DOMRect>();
  const drawn = (document.documentElement?.getBoundingClientRect().height ?? 0) > 0;

  function styleOf(element: Element): CSSStyleDeclaration | null {
    let style = styles.get(element);
    if (style === undefined) {
      const own = element.ownerDocument.defaultView ?? view;
      style = own ? own.getComputedStyle(element) : null;
      styles.set(element, style);
    }
    return style;
  }
  /** Where an element is drawn is the dearest question of all, and several ask it. */
  function boxOf(element: Element): DOMRect {
    let box = boxes.get(element);
    if (!box) {
      box = element.getBoundingClientRect();
      boxes.set(element, box);
    }
    return box;
  }
  const hasInk = createInk(styleOf, boxOf);
  const addsText = createAddedText(document);

  function legible(element: Element): boolean {
    let answer = readable.get(element);
    if (answer === undefined) {
      // A cell stands where its row stands; where it doesn't, `inked` says so of the values that matter.
      answer = visible(element) && (isCell(element) || !displaced(element));
      readable.set(element, answer);
    }
    return answer;
  }

  function inked(element: Element): boolean {
    return legible(element) && (!drawn || (!(isCell(element) && displaced(element)) && hasInk(element)));
  }

  function displayed(element: Element): boolean {
    return styleOf(element)?.display !== 'none';
  }

  function redrawn(element: Element): boolean {
    if (!drawn || element.tagName === 'PRE') return false;
    if (styleOf(element)?.unicodeBidi.includes('override')) return true;
    return addsText(element);
  }

  function hasBox(element: Element): boolean {
    if (typeof element.checkVisibility === 'function') {
      if (element.checkVisibility(SHOWN)) return true;
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
    const { width, height, right, bottom } = boxOf(element);
    if (width <= 1 && height <= 1) return styleOf(element)?.display !== 'contents';
    // On the screen as it is now; how far the page is scrolled is only asked about the others.
    if (right > 0 && bottom > 0) return false;
    if (right + view.scrollX > 0 && bottom + view.scrollY > 0) return false;
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (up.scrollTop > 0 || up.scrollLeft !== 0) return false;
    }
    return true;
  }

  function visible(element: Element): boolean {
    let answer = seen.get(element);
    if (answer === undefined) {
      answer = hasBox(element);
      seen.set(element, answer);
    }
    return answer;
  }

  function struck(element: Element): boolean {
    const tag = element.tagName;
    if (tag === 'S' || tag === 'DEL' || tag === 'STRIKE') return true;
    return styleOf(element)?.textDecorationLine?.includes('line-through') ?? false;
  }

  function isApart(element: Element): boolean {
    if (GLUED.has(element.tagName)) return false;
    if (!EITHER.has(element.tagName)) return true;
    return drawn ? styleOf(element)?.display !== 'inline' : false;
  }

  function segments(root: Element): readonly Segment[] {
    let known = read.get(root);
    if (!known) {
      known = segmentsBy(root, legible);
      read.set(root, known);
    }
    return known;
  }

  function segmentsBy(root: Element, isShown: (element: Element) => boolean): readonly Segment[] {
    if (isCell(root) && root.childElementCount === 0) {
      const text = isShown(root) ? fold(root.textContent ?? '') : '';
      return text ? [{ text, element: root, editable: false }] : [];
    }
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
        if (isShown(element)) found.push({ text: fold(inner), element, editable: isEditable(element) });
        return;
      }
      if (isSilent(element)) return;
      const slotted = element.tagName === 'SLOT' ? (element as HTMLSlotElement).assignedNodes() : [];
      if (slotted.length > 0) {
        flush();
        slotted.forEach(readNode);
        flush();
        return;
      }
      const apart = isApart(element);
      if (apart) flush();
      if (!struck(element)) walk(element);
      if (apart) flush();
    };
    const readNode = (node: Node) => {
      if (node.nodeType === 1) enter(node as Element);
      if (node.nodeType !== 3) return;
      const value = node.nodeValue ?? '';
      const owner = node.parentElement ?? root;
      if (!value.trim()) text += ' ';
      else if (isShown(owner)) {
        text += value;
        holder ??= owner;
      }
    };
    /** A host shows its shadow root; what stands in the host itself shows only through a slot. */
    const walk = (parent: Element | ShadowRoot) => {
      if ('shadowRoot' in parent && parent.shadowRoot) walk(parent.shadowRoot);
      else {
        // `forEach` of a list of nodes calls back out of the engine; the script's own loop doesn't.
        const nodes = parent.childNodes;
        for (let i = 0; i < nodes.length; i++) readNode(nodes[i] as Node);
      }
    };
    const own = controlText(root);
    if (own !== null) enter(root);
    else walk(root);
    flush();
    return found;
  }

  return {
    visible,
    displayed,
    legible,
    inked,
    redrawn,
    struck,
    segments,
    inkedSegments: (root) => segmentsBy(root, inked),
  };
}
