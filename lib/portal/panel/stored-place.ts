import { corners } from './free-corner';
import type { PanelPlace } from './panel';

/** Under which the place on one site is kept. */
export function placeKey(origin: string): string {
  return `panelPlace ${origin}`;
}

/** The place as it was kept, whatever was kept. */
export function storedPlace(kept: unknown): PanelPlace {
  const place = (kept ?? {}) as Partial<PanelPlace>;
  return {
    corner: corners.find((corner) => corner === place.corner) ?? 'bottom-right',
    collapsed: place.collapsed === true,
  };
}
