import { freeCorner, freeEdge, type Corner } from './free-corner';
import { obstacles } from './obstacles';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Puts the panel where it covers none of the page's own ways on, or at least none of the ways out of the order; smaller where
 * only that fits, along an edge where no corner does, and out of sight where nothing is left.
 */
export function placePanel(
  frame: HTMLElement,
  wish: {
    readonly corner: Corner;
    /** Of the whole panel; null while it is collapsed or hasn't been drawn. */
    readonly whole: Size | null;
    readonly submits: readonly string[];
    /** Draws it whole, or small. */
    readonly show: (isWhole: boolean) => void;
  },
): void {
  const view = { width: window.innerWidth, height: window.innerHeight };
  const { all, submits } = obstacles(frame.ownerDocument, wish.submits);
  const cornerFor = (size: Size) =>
    freeCorner(wish.corner, size, view, all) ?? freeCorner(wish.corner, size, view, submits);
  const whole = wish.whole && cornerFor(wish.whole);
  wish.show(whole !== null);
  const { width, height } = frame.getBoundingClientRect();
  const corner = whole ?? cornerFor({ width, height });
  const edge = corner === null ? freeEdge({ width, height }, view, submits) : null;
  frame.dataset.corner = corner ?? (edge ? 'free' : wish.corner);
  frame.style.left = edge ? `${edge.left}px` : '';
  frame.style.top = edge ? `${edge.top}px` : '';
  frame.style.visibility = corner === null && edge === null ? 'hidden' : '';
}
