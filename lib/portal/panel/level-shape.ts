import type { PanelContent } from './view';

/** Each level has its shape, so that colour is never the only sign. */
export const LEVEL_SHAPE = {
  none: '',
  unchecked: '◌',
  information: '○',
  caution: '◐',
  stop: '●',
} as const satisfies Readonly<Record<PanelContent['level'], string>>;
