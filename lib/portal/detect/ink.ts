import { memberOf } from './member-of';

/** Contrast below which nobody reads a text; legal minimum for people is 4.5, the faintest designs have 1.5. */
const LEAST_CONTRAST = 1.15;
const LEAST_FONT_PX = 4;
const LEAST_OPACITY = 0.1;
/** A first line that is pushed this far is out of its cell, or of the page. */
const MOST_INDENT = { px: 200, percent: 100 } as const;
/** A clipping box up to this high or wide holds a value; a bigger one is a pane that scripts scroll. */
const SMALL_BOX_PX = 200;

const MAX_COLOURS = 500;

type Colour = readonly [number, number, number];

interface Shade {
  readonly alpha: number;
  /** Of WCAG 2, 0 to 1. */
  readonly luminance: number;
}

/** What an element's ancestors make of the text in it. */
interface Ground {
  readonly opacity: number;
  /** Null: an image, a gradient or something translucent; contrast can't be told. */
  readonly background: Shade | null;
  /** The nearest small box that cuts off what leaves it; null where there is none. */
  readonly clip: DOMRect | null;
  readonly isGone: boolean;
}

const CLEAR = 'rgba(0, 0, 0, 0)';
const WHITE: Shade = { alpha: 1, luminance: 1 };
const PAPER: Ground = { opacity: 1, background: WHITE, clip: null, isGone: false };

/** Whether text that an element draws can be read: its size, its colour on its ground, opacity, clipping. */
export type Ink = (element: Element) => boolean;

/** Makes the judge of one detection: what it learns of ancestors is kept for that long only. */
export function createInk(
  styleOf: (element: Element) => CSSStyleDeclaration | null,
  boxOf: (element: Element) => DOMRect,
): Ink {
  const grounds = new Map<Element, Ground>();

  function groundOf(element: Element | null): Ground {
    if (!element) return PAPER;
    const known = grounds.get(element);
    if (known) return known;
    const style = styleOf(element);
    const ground = style ? within(element, style, groundOf(parentOf(element)), boxOf) : PAPER;
    grounds.set(element, ground);
    return ground;
  }

  return (element) => {
    const style = styleOf(element);
    if (!style) return true;
    const ground = groundOf(element);
    if (ground.isGone || ground.opacity < LEAST_OPACITY || parseFloat(style.fontSize) < LEAST_FONT_PX)
      return false;
    if (isIndentedAway(style.textIndent)) return false;
    if (ground.clip && ground.clip !== boxOf(element) && isApart(boxOf(element), ground.clip)) return false;
    const colour = colourOf(style.webkitTextFillColor || style.color);
    if (!colour) return true;
    if (colour.alpha < LEAST_OPACITY) return style.webkitBackgroundClip === 'text';
    if (!ground.background || contrast(colour, ground.background) >= LEAST_CONTRAST) return true;
    return isOnPicture(element);
  };

  /** Whether a picture or a gradient lies between a text and the nearest plain ground: its colours aren't known. */
  function isOnPicture(element: Element): boolean {
    for (let up: Element | null = element; up; up = parentOf(up)) {
      const style = styleOf(up);
      if (style && style.backgroundImage !== 'none' && style.backgroundImage !== '') return true;
      if ((colourOf(style?.backgroundColor ?? '')?.alpha ?? 0) > 0.95) return false;
    }
    return false;
  }
}

/** Few boxes have any of this; each property is asked for once, and most answers are the plain ones. */
function within(
  element: Element,
  style: CSSStyleDeclaration,
  outer: Ground,
  boxOf: (element: Element) => DOMRect,
): Ground {
  const colour = style.backgroundColor;
  const opacity = style.opacity;
  const isFramed = element.tagName !== 'TD' && element.tagName !== 'TR';
  const overflow = isFramed ? style.overflow : 'visible';
  const path = isFramed ? style.clipPath : 'none';
  const isPlain =
    (colour === CLEAR || colour === '') &&
    (opacity === '1' || opacity === '') &&
    (overflow === 'visible' || overflow === '') &&
    (path === 'none' || path === '' || path === undefined);
  if (isPlain) return outer;
  const own = colourOf(colour);
  const isPage = element.tagName === 'BODY' || element.tagName === 'HTML';
  const scrolls = /auto|scroll/.test(overflow);
  const box = !isPage && !scrolls && /hidden|clip/.test(overflow) ? boxOf(element) : null;
  const isSquashed = box !== null && (box.width <= 1 || box.height <= 1);
  const isCut = /inset\((?:50|100)%|circle\(0/.test(path);
  return {
    opacity: outer.opacity * (opacity ? Number(opacity) : 1),
    background: !own || own.alpha === 0 ? outer.background : own.alpha > 0.95 ? own : null,
    clip: scrolls ? null : box && Math.min(box.height, box.width) <= SMALL_BOX_PX ? box : outer.clip,
    isGone: outer.isGone || isSquashed || isCut,
  };
}

function isIndentedAway(indent: string | undefined): boolean {
  const size = Math.abs(parseFloat(indent ?? ''));
  return size >= (indent?.endsWith('%') ? MOST_INDENT.percent : MOST_INDENT.px);
}

/** Where a text is drawn in: through the slot it is assigned to, out of a shadow root into its host. */
export function parentOf(element: Element): Element | null {
  const around = memberOf(element, 'assignedSlot') ?? memberOf(element, 'parentElement');
  if (around) return around;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

function isApart(a: DOMRect, b: DOMRect): boolean {
  const above = a.bottom <= b.top || a.top >= b.bottom;
  const beside = a.right <= b.left || a.left >= b.right;
  return (above && b.height <= SMALL_BOX_PX) || (beside && b.width <= SMALL_BOX_PX);
}

const colours = new Map<string, Shade | null>();

function colourOf(text: string): Shade | null {
  let colour = colours.get(text);
  if (colour === undefined) {
    const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
    colour = match
      ? {
          luminance: luminance([Number(match[1]), Number(match[2]), Number(match[3])]),
          alpha: match[4] === undefined ? 1 : Number(match[4]),
        }
      : null;
    if (colours.size < MAX_COLOURS) colours.set(text, colour);
  }
  return colour;
}

/** Contrast ratio of WCAG 2, 1 to 21. */
function contrast(a: Shade, b: Shade): number {
  return (Math.max(a.luminance, b.luminance) + 0.05) / (Math.min(a.luminance, b.luminance) + 0.05);
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
