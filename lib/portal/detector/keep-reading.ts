import { limits } from '@/lib/base/light';
import { detectElements, detectElementsInSlices } from '../detect';
import type { SeenPage } from '../evidence';
import { createLivingReader, readWhileScrolling, rowPlaces, watchScrolling } from '../living';
import type { PortalProfile } from '../profiles/profile';
import { watchSettled } from '../watch/watch-settled';

export interface KeepReadingPorts {
  /** What is known of this portal now; null: nothing. */
  readonly profile: () => PortalProfile | null;
  /** What the page shows, each time it came to rest. */
  readonly onPage: (page: SeenPage) => void;
  /** Our own element in the page, which is no part of it. */
  readonly own: () => Node | null;
  readonly signal: AbortSignal;
}

export interface Kept {
  /** What the page shows at this moment, and the rows that it showed before and no longer mounts. */
  now(): SeenPage;
  /** The same, letting the page work in between. */
  read(): Promise<SeenPage>;
  /** Reads by the rules that are known now. */
  again(): void;
}

/** What Chromium and newer Firefoxes tell of a page that changes its address without loading another. */
type WithNavigation = Window & { readonly navigation?: EventTarget };

/**
 * Reads a page whenever it has come to rest: after it was drawn, typed into, pressed on, scrolled, led to another address without a
 * load, or brought back from the browser's cache. Just before a form is sent it is read at once, since what is sent is what
 * counts. Ends with `signal`.
 */
export function keepReading(document: Document, ports: KeepReadingPorts): Kept {
  const { signal, own } = ports;
  const options = () => {
    const profile = ports.profile();
    return profile ? { profile } : {};
  };
  const reader = createLivingReader({
    now: () => placed(detectElements(document, options())),
    inSlices: async (stop) => placed(await detectElementsInSlices(document, { ...options(), signal: stop })),
    scrolling: watchScrolling(document, signal),
  });
  readWhileScrolling(document, reader, signal);
  let running: AbortController | null = null;
  let isForm = false;

  const tell = (page: SeenPage) => {
    isForm = page.kind === 'order-form';
    ports.onPage(page);
  };
  const look = () => {
    running?.abort();
    const turn = new AbortController();
    running = turn;
    reader.inSlices(AbortSignal.any([signal, turn.signal])).then(
      (page) => {
        if (!turn.signal.aborted && !signal.aborted) tell(page);
      },
      (error: unknown) => {
        if (!turn.signal.aborted && !signal.aborted) throw error;
      },
    );
  };

  watchSettled(document, look, signal, own);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const soon = (event: Event) => {
    if (event.target === own()) return;
    clearTimeout(pause);
    pause = setTimeout(look, limits.pageSettleMs);
  };
  const capture = { capture: true, passive: true, signal } as const;
  document.addEventListener('input', soon, capture);
  document.addEventListener('change', soon, capture);
  // What a press changes by classes or by script alone, nothing else tells.
  document.addEventListener('click', soon, capture);
  document.addEventListener('keyup', (event) => /^(?:Enter| )$/.test(event.key) && soon(event), capture);
  document.addEventListener('submit', () => isForm && tell(reader.now()), capture);
  const window = document.defaultView as WithNavigation | null;
  window?.addEventListener('popstate', soon, { signal });
  window?.addEventListener('hashchange', soon, { signal });
  // `pushState` says nothing by itself; where this isn't known the page's own drawing tells.
  window?.navigation?.addEventListener('currententrychange', soon, { signal });
  window?.addEventListener('pageshow', ({ persisted }) => persisted && look(), { signal });
  signal.addEventListener('abort', () => clearTimeout(pause), { once: true });

  return {
    now: () => reader.now(),
    read: () => reader.inSlices(signal),
    again() {
      reader.forget();
      look();
    },
  };
}

function placed({ page, lines }: ReturnType<typeof detectElements>) {
  return { page, places: rowPlaces(lines.map(({ element }) => element)) };
}
