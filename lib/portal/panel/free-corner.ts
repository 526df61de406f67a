export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** In order of preference. */
export const corners = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type Corner = (typeof corners)[number];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Distance from the window's edges, px; the same as in the style sheet. */
const MARGIN = 16;
/** How finely the edges are tried, px. */
const STEP = 24;

/** The first corner, the preferred one before the others, in which the panel covers nothing of these; null: none. */
export function freeCorner(
  preferred: Corner,
  size: Size,
  view: Size,
  obstacles: readonly Box[],
): Corner | null {
  const order = [preferred, ...corners.filter((corner) => corner !== preferred)];
  return order.find((corner) => isFree(boxIn(corner, size, view), obstacles)) ?? null;
}

/** The first place along the window's edges, from the bottom right on, in which it covers nothing of these; null: none. */
export function freeEdge(size: Size, view: Size, obstacles: readonly Box[]): Box | null {
  const right = view.width - size.width - MARGIN;
  const bottom = view.height - size.height - MARGIN;
  const at = (left: number, top: number): Box => ({
    left,
    top,
    right: left + size.width,
    bottom: top + size.height,
  });
  for (const left of [right, MARGIN])
    for (let top = bottom; top >= 0; top -= STEP) if (isFree(at(left, top), obstacles)) return at(left, top);
  for (const top of [bottom, MARGIN])
    for (let left = right; left >= 0; left -= STEP)
      if (isFree(at(left, top), obstacles)) return at(left, top);
  return null;
}

function boxIn(corner: Corner, { width, height }: Size, view: Size): Box {
  const left = corner.endsWith('right') ? view.width - width - MARGIN : MARGIN;
  const top = corner.startsWith('bottom') ? view.height - height - MARGIN : MARGIN;
  return { left, top, right: left + width, bottom: top + height };
}

function isFree(box: Box, obstacles: readonly Box[]): boolean {
  return !obstacles.some((one) => overlaps(box, one));
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
