export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** In order of preference. */
export const corners = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type Corner = (typeof corners)[number];

/** Distance from the window's edges, px; the same as in the style sheet. */
const MARGIN = 16;

/**
 * The first corner, the preferred one before the others, in which the panel covers none of the page's own buttons.
 * Null: it covers one in each, so the panel has to be small.
 */
export function freeCorner(
  preferred: Corner,
  size: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  obstacles: readonly Box[],
): Corner | null {
  const order = [preferred, ...corners.filter((corner) => corner !== preferred)];
  return order.find((corner) => !obstacles.some((box) => overlaps(boxIn(corner, size, view), box))) ?? null;
}

function boxIn(
  corner: Corner,
  { width, height }: { width: number; height: number },
  view: { width: number; height: number },
): Box {
  const left = corner.endsWith('right') ? view.width - width - MARGIN : MARGIN;
  const top = corner.startsWith('bottom') ? view.height - height - MARGIN : MARGIN;
  return { left, top, right: left + width, bottom: top + height };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
