import type { PanelAct, PanelContent } from '../panel';
import type { Counting } from './counting-on';

/**
 * What the panel says of counts while the page lives: writing makes the page look different and be read anew, and what came
 * of it is to stand until the person goes on.
 */
export interface CountingPanel {
  /** An act is pressed: what was said before is over. */
  pressed(): void;
  /** What an act on counts came to. */
  heard(action: PanelAct, view: PanelContent | null): void;
  /** A view with what can be done here, and what was said. */
  dress(view: PanelContent | null): PanelContent | null;
}

const NONE = { about: null, notice: null } as const;

export function countingPanel(counting: Counting): CountingPanel {
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
      const actions = view.actions.filter((action) => action !== 'count' || counting.isPossible());
      const notice = view.order?.number === said.about ? (said.notice ?? view.notice) : view.notice;
      return { ...view, notice, actions: counting.canUndo() ? [...actions, 'uncount'] : actions };
    },
  };
}
