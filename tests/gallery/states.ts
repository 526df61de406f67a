import type { ReactNode } from 'react';

/** One component in one state, at the size in which it is met. */
export interface GalleryState {
  readonly width: number;
  readonly height: number;
  readonly show: () => ReactNode;
  /**
   * Clicks what a screenshot can't show otherwise, by accessible name of a button; `check:` before a box's label, `fill:` before a field's, `choose:` before a list's (its second choice), `say:` before
   * a field for words, `file:` before one for a file, `open:` before what opens in its place. */
  readonly press?: readonly string[];
}
