import { faultOf, limits } from '@/lib/base/light';
import { say } from '@/lib/words/page';
import { detect } from '../detect';
import type { SeenPage } from '../evidence';
import type { PortalProfile } from '../profiles/profile';
import { createPanel } from '../panel';
import type { PanelAct, PanelContent, PanelPlace } from '../panel';
import { watchSettled } from '../watch/watch-settled';
import { deliver, type Placed, type Placement } from '../deliver';

/** What the detector needs of its context. Each rejects with the background's fault. */
export interface DetectorPorts {
  readonly seen: (page: SeenPage) => Promise<PanelContent | null>;
  readonly act: (action: Exclude<PanelAct, 'teach'>, page: SeenPage) => Promise<PanelContent | null>;
  readonly receive: (orderId: string) => Promise<void>;
  readonly teach: () => Promise<void>;
  /** False once the extension was updated or removed under this page. */
  readonly isAlive: () => boolean;
  /** What is known of this portal at the start; null: nothing. */
  readonly profile: PortalProfile | null;
  readonly place: PanelPlace;
  readonly onPlace: (place: PanelPlace) => void;
}

/** What the background may ask of this document. */
export interface DetectorAnswers {
  read(): SeenPage;
  deliver(placement: Placement): Placed;
  show(view: PanelContent | null): void;
  /** The portal's profile changed: the page is read again by it. */
  profile(next: PortalProfile | null): void;
}

/** Detects, shows, and keeps both true while the page lives. Ends with `signal`. */
export function runDetector(document: Document, ports: DetectorPorts, end: AbortController): DetectorAnswers {
  const { signal } = end;
  let told = '';
  let asked = 0;
  let { profile } = ports;
  const read = () => detect(document, profile ? { profile } : {});

  const guarded = (work: () => Promise<PanelContent | null | void>, isActed: boolean) => {
    const turn = ++asked;
    if (isActed) panel.busy(true);
    work()
      .then((view) => {
        if (view !== undefined && turn === asked && !signal.aborted) show(view);
      })
      .catch((error: unknown) => {
        told = '';
        if (!ports.isAlive()) retire();
        else if (isActed && shown)
          show({ ...shown, notice: say('panel.failed', { code: faultOf(error).code }) });
      })
      .finally(() => {
        if (isActed) panel.busy(false);
      });
  };

  let shown: PanelContent | null = null;
  const show = (view: PanelContent | null) => {
    shown = view;
    panel.show(view);
  };
  /** The old script can no longer reach anything: it says so once and leaves the page alone. */
  const retire = () => {
    panel.end(say('panel.updated'));
    watching.abort();
  };

  const watching = new AbortController();
  const watch = AbortSignal.any([signal, watching.signal]);
  const panel = createPanel(document, {
    acts: {
      act: (action) => guarded(() => (action === 'teach' ? ports.teach() : ports.act(action, read())), true),
      receive: (orderId) => guarded(() => ports.receive(orderId), true),
    },
    place: ports.place,
    onPlace: ports.onPlace,
    signal,
  });

  const look = () => {
    if (!ports.isAlive()) return retire();
    const page = read();
    const now = JSON.stringify(page);
    if (now === told) return;
    told = now;
    guarded(() => ports.seen(page), false);
  };

  watchSettled(document, look, watch, () => panel.host);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const soon = (event: Event) => {
    if (event.target === panel.host) return;
    clearTimeout(pause);
    pause = setTimeout(look, limits.pageSettleMs);
  };
  document.addEventListener('input', soon, { capture: true, passive: true, signal: watch });
  document.addEventListener('change', soon, { capture: true, passive: true, signal: watch });
  window.addEventListener('popstate', soon, { signal: watch });
  window.addEventListener('hashchange', soon, { signal: watch });
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      told = '';
      look();
    },
    { signal: watch },
  );
  watch.addEventListener('abort', () => clearTimeout(pause), { once: true });

  return {
    read,
    deliver: (placement) => deliver(document, placement),
    show,
    profile(next) {
      profile = next;
      look();
    },
  };
}
