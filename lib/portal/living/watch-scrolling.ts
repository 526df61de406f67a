import { limits } from '@/lib/base/light';

/** A list that became shorter scrolls by itself: for so long after a press, scrolling says nothing. */
const AFTER_PRESS_MS = 1_000;
const PRESSED =
  'button,a,input,select,textarea,label,[role="button"],[role="menuitem"],[role="checkbox"],[role="option"]';

/** Whether rows that went from a page were scrolled away, rather than taken out of the list. */
export interface Scrolling {
  /** Whether the person scrolled since this was asked last. */
  take(): boolean;
  /** The same, still to be asked. */
  peek(): boolean;
}

/** Listens for scrolling anywhere in the page, until `signal`. */
export function watchScrolling(document: Document, signal: AbortSignal): Scrolling {
  let isMoved = false;
  let pressedAt = -Infinity;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const options = { capture: true, passive: true, signal } as const;
  const press = (event: Event) => {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || !target.closest(PRESSED)) return;
    if (event instanceof KeyboardEvent && !/^(?:Enter| |Delete|Backspace)$/.test(event.key)) return;
    pressedAt = event.timeStamp;
    isMoved = false;
  };
  const move = () => {
    isMoved = true;
    // Rows that go later went for another reason.
    clearTimeout(rest);
    rest = setTimeout(() => (isMoved = false), 2 * limits.pageSettleMaxMs);
  };
  const scroll = (event: Event) => {
    if (event.timeStamp - pressedAt > AFTER_PRESS_MS) move();
  };
  document.addEventListener('pointerdown', press, options);
  document.addEventListener('keydown', press, options);
  // Scrolling inside a shadow root isn't heard outside of it; the wheel is.
  document.addEventListener('scroll', scroll, options);
  document.addEventListener('wheel', scroll, options);
  document.addEventListener('touchmove', scroll, options);
  signal.addEventListener('abort', () => clearTimeout(rest), { once: true });
  return {
    take() {
      const was = isMoved;
      isMoved = false;
      return was;
    },
    peek: () => isMoved,
  };
}
