export { createPanel, type PanelPlace } from './panel';
export { placeKey, storedPlace } from './stored-place';
export type { PanelAct, PanelContent, PanelHold } from './view';
