import type { SeenPage } from '../evidence';
import { gathered, type Gathered, type Reading } from './gathered';
import type { Scrolling } from './watch-scrolling';

export interface LivingReaderPorts {
  /** Reads what is mounted, in one go. */
  readonly now: () => Reading;
  /** The same, letting the page work in between. Rejects when `signal` is aborted. */
  readonly inSlices: (signal: AbortSignal) => Promise<Reading>;
  readonly scrolling: Scrolling;
}

/** Reads one page again and again and remembers the rows that it no longer mounts. */
export interface LivingReader {
  now(): SeenPage;
  /** Rejects when `signal` is aborted: the page changed meanwhile, and is read anew. */
  inSlices(signal: AbortSignal): Promise<SeenPage>;
  /** Keeps what is mounted in this moment; what the page shows is said by the next reading. */
  glance(): void;
  /** The list is known to be longer than what of it is mounted. */
  isLong(): boolean;
  /** Begins anew: the page is read by other rules now. */
  forget(): void;
}

export function createLivingReader({ now, inSlices, scrolling }: LivingReaderPorts): LivingReader {
  let known: Gathered | null = null;
  const take = (reading: Reading) => {
    known = gathered(known, reading, scrolling.take());
    return known.page;
  };
  return {
    now: () => take(now()),
    async inSlices(signal) {
      const reading = await inSlices(signal);
      signal.throwIfAborted();
      return take(reading);
    },
    glance() {
      // Rows that are drawn after this were scrolled to as well.
      known = gathered(known, now(), scrolling.peek());
    },
    isLong: () =>
      known !== null && (known.page.missing !== null || known.rows.some(({ isMounted }) => !isMounted)),
    forget() {
      known = null;
    },
  };
}
