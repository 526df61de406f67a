import { faultOf } from '@/lib/base/light';
import { say } from '@/lib/words/page';
import type { SeenPage } from '../evidence';
import type { PortalProfile } from '../profiles/profile';
import { countingPanel } from '../count/counting-panel';
import { takesCounts } from '../count/takes-counts';
import { createPanel } from '../panel';
import type { PanelAct, PanelContent, PanelPlace } from '../panel';
import { deliver, type Placed, type Placement } from '../deliver';
import { holdPresses, type HoldPorts } from './hold-presses';
import { keepReading, type Kept } from './keep-reading';

/** What the detector needs of its context. Each rejects with the background's fault. */
export interface DetectorPorts extends HoldPorts {
  readonly seen: (page: SeenPage) => Promise<PanelContent | null>;
  readonly act: (action: Exclude<PanelAct, 'teach'>, page: SeenPage) => Promise<PanelContent | null>;
  readonly receive: (orderId: string) => Promise<void>;
  /** This document is left, for good or for the browser's cache. */
  readonly gone: () => Promise<void>;
  readonly teach: () => Promise<void>;
  /** What is known of this portal at the start; null: nothing. */
  readonly profile: PortalProfile | null;
  /** Whether counts that were written into this page's form can be taken back. */
  readonly canUndoCounts: () => boolean;
  readonly place: PanelPlace;
  readonly onPlace: (place: PanelPlace) => void;
}

/** What the background may ask of this document. */
export interface DetectorAnswers {
  /** What the page shows at this moment, with the rows of a long list that it showed before. */
  read(): Promise<SeenPage>;
  deliver(placement: Placement): Placed;
  show(view: PanelContent | null): void;
  /** What is known of the portal now: where that is something else, the page is read again by it. */
  profile(next: PortalProfile | null): void;
}

/** Detects, shows, and keeps both true while the page lives. Ends with `signal`. */
export function runDetector(document: Document, ports: DetectorPorts, end: AbortController): DetectorAnswers {
  const { signal } = end;
  let told = '';
  let asked = 0;
  let { profile } = ports;
  const read = () => pages.now();

  const guarded = (work: () => Promise<PanelContent | null | void>, isActed: boolean) => {
    const turn = ++asked;
    if (isActed) panel.busy(true);
    work()
      .then((view) => {
        if (view === undefined || signal.aborted) return;
        if (turn === asked) show(view);
        // What the page became meanwhile stands, and what came of the act is said all the same.
        else if (isActed && shown && view?.notice) show({ ...shown, notice: view.notice });
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

  const counts = countingPanel({
    takesCounts: () => takesCounts(document, profile),
    canUndo: ports.canUndoCounts,
  });
  const act = async (action: Exclude<PanelAct, 'teach'>) => {
    counts.pressed();
    const page = await pages.read();
    // Between two drawings a page may be empty: nothing of it is what the person pressed for.
    if (page.kind === 'none') return shown && { ...shown, notice: say('panel.nothingNow') };
    const view = await ports.act(action, page);
    counts.heard(action, view);
    // Writing makes the page be read anew meanwhile: that later view stands, and says what came of the act.
    show(shown ?? view);
    return view;
  };

  let shown: PanelContent | null = null;
  const show = (view: PanelContent | null) => {
    shown = view;
    panel.show(counts.dress(view));
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
      act: (action) => guarded(() => (action === 'teach' ? ports.teach() : act(action)), true),
      receive: (orderId) => guarded(() => ports.receive(orderId), true),
    },
    place: ports.place,
    onPlace: ports.onPlace,
    submits: () => profile?.submits ?? [],
    signal,
  });
  holdPresses(document, ports, {
    ...{ panel, show, read, signal: watch },
    shown: () => shown,
    submits: () => profile?.submits ?? [],
  });

  const pages: Kept = keepReading(document, {
    profile: () => profile,
    own: () => panel.host,
    onPage(page) {
      if (!ports.isAlive()) return retire();
      const now = JSON.stringify(page);
      panel.settle();
      if (now === told) return;
      told = now;
      guarded(() => ports.seen(page), false);
    },
    signal: watch,
  });
  // Back from the browser's cache: the background has forgotten this document meanwhile.
  const leave = () => {
    ports.gone().catch((error: unknown) => {
      if (ports.isAlive()) reportError(error);
    });
  };
  window.addEventListener('pagehide', leave, { signal: watch });
  window.addEventListener('pageshow', ({ persisted }) => persisted && (told = ''), { signal: watch });

  return {
    read: () => pages.read(),
    deliver(placement) {
      // What is being delivered is signed: the page's submit may be pressed before the panel hears of it.
      if (shown) shown = { ...shown, hold: null };
      return deliver(document, placement);
    },
    show,
    profile(next) {
      if (JSON.stringify(next) === JSON.stringify(profile)) return;
      profile = next;
      pages.again();
    },
  };
}
