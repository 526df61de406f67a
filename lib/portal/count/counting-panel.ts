import type { PanelAct, PanelContent } from '../panel';

/**
 * What the panel says of counts while the page lives: writing makes the page look different and be read anew, and what came
 * of it is to stand until the person goes on. The detector keeps this much of counting; the rest comes when it is asked for.
 */
export interface CountingPanel {
  /** An act is pressed: what was said before is over. */
  pressed(): void;
  /** What an act on counts came to. */
  heard(action: PanelAct, view: PanelContent | null): void;
  /** A view with what can be done here, and what was said. */
  dress(view: PanelContent | null): PanelContent | null;
}

export interface CountingPlace {
  /** Whether there is a form that counts could be written into. */
  readonly takesCounts: () => boolean;
  /** Whether something was written that can be taken back. */
  readonly canUndo: () => boolean;
}

const NONE = { about: null, notice: null } as const;

export function countingPanel({ takesCounts, canUndo }: CountingPlace): CountingPanel {
  let said: { readonly about: string | null; readonly notice: string | null } = NONE;
  return {
    pressed() {
      said = NONE;
    },
    heard(action, view) {
      if (action === 'count' || action === 'uncount')
        said = { about: view?.order?.number ?? null, notice: view?.notice ?? null };
    },
    dress(view) {
      if (!view?.actions.includes('count')) return view;
      const actions = view.actions.filter((action) => action !== 'count' || takesCounts());
      const notice = view.order?.number === said.about ? (said.notice ?? view.notice) : view.notice;
      return { ...view, notice, actions: canUndo() ? [...actions, 'uncount'] : actions };
    },
  };
}
