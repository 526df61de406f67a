import type { OwnHost } from './own-host';
import { rootShows } from './root-shows';

/** Judges whether a press in our element was made by a person who could see what it is pressed on. */
export interface PressGuard {
  allows(press: MouseEvent): boolean;
  /** We put the box there ourselves, or took away what lay over it: what was seen of it before says nothing. */
  begin(): void;
  end(): void;
}

/** A page that uncovers the box under a person's hand: it must have stood open this long. */
const OPEN_MS = 300;
/** The least that browsers take between two looks at what is really drawn. */
const LOOK_MS = 100;
/** Rows and columns of points at which nothing else may lie over the box. */
const POINTS = 5;

/** What Chromium alone knows: whether a box is drawn uncovered and unaltered, whatever lies over it and lets presses through. */
type Looked = IntersectionObserverEntry & { readonly isVisible?: boolean };
type Looking = IntersectionObserverInit & { readonly trackVisibility: boolean; readonly delay: number };

/**
 * A page may make our box transparent, tiny or moved, or lay something over it, so that a real press lands on what nobody
 * sees. So at each press that keeps something the box has to be drawn whole, on screen and uncovered, and to have been so
 * for a moment.
 */
export function createPressGuard(own: OwnHost, box: HTMLElement): PressGuard {
  const { host } = own;
  const document = host.ownerDocument;
  let isCovered = false;
  let coveredAt = -Infinity;
  const heard = (entries: readonly Looked[]) => {
    for (const { isVisible, time } of entries) {
      const isNow = isVisible === false;
      if (isNow || isCovered) coveredAt = time;
      isCovered = isNow;
    }
  };
  const looking: Looking = { trackVisibility: true, delay: LOOK_MS };
  const observer = new IntersectionObserver(heard, looking);

  const isOurs = (x: number, y: number) => document.elementFromPoint(x, y) === host;
  return {
    allows(press) {
      heard(observer.takeRecords());
      if (isCovered || press.timeStamp - coveredAt < OPEN_MS) return false;
      if (!own.isUnaltered() || !rootShows(document)) return false;
      const { pressed, at } = placesOf(press);
      const places = [...(at ? [at] : []), middleOf(pressed), ...pointsIn(box)];
      return isOnScreen(box) && places.every(([x, y]) => isOurs(x, y));
    },
    begin() {
      observer.disconnect();
      isCovered = false;
      coveredAt = -Infinity;
      observer.observe(box);
    },
    end: () => observer.disconnect(),
  };
}

type Point = readonly [number, number];

/** A press by a key has no place of its own. */
function placesOf(press: MouseEvent): { readonly pressed: Element; readonly at: Point | null } {
  return {
    pressed: press.currentTarget as Element,
    at: press.detail > 0 ? [press.clientX, press.clientY] : null,
  };
}

function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** Within its rounded corners. */
function pointsIn(box: HTMLElement): Point[] {
  const { left, top, width, height } = box.getBoundingClientRect();
  const steps = Array.from({ length: POINTS }, (_, i) => 0.03 + (0.94 * i) / (POINTS - 1));
  return steps.flatMap((x) => steps.map((y): Point => [left + width * x, top + height * y]));
}

/** Whole, and in its own size. */
function isOnScreen(box: HTMLElement): boolean {
  const { left, top, right, bottom, width, height } = box.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  return (
    left >= -1 &&
    top >= -1 &&
    right <= innerWidth + 1 &&
    bottom <= innerHeight + 1 &&
    width > box.offsetWidth * 0.75 &&
    height > box.offsetHeight * 0.75 &&
    box.offsetWidth > 0
  );
}
