import { limits } from '@/lib/base/light';
import type { LivingReader } from './living-reader';

/** Of the time while somebody scrolls, reading takes at most one part in so many. */
const SHARE = 5;

/**
 * Reads a list that is longer than what it mounts again and again while it is scrolled: rows that come and go between two
 * rests of the page would be read by nobody. Other pages are left alone. Ends with `signal`.
 */
export function readWhileScrolling(document: Document, reader: LivingReader, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  const glance = () => {
    timer = undefined;
    const from = performance.now();
    reader.glance();
    cost = performance.now() - from;
  };
  const scrolled = () => {
    if (timer !== undefined || !reader.isLong()) return;
    timer = setTimeout(glance, Math.max(limits.pageScrollReadMs, (SHARE - 1) * cost));
  };
  const options = { capture: true, passive: true, signal } as const;
  document.addEventListener('scroll', scrolled, options);
  // Scrolling inside a shadow root isn't heard outside of it; the wheel is.
  document.addEventListener('wheel', scrolled, options);
  document.addEventListener('touchmove', scrolled, options);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
