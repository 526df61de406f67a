export { createPanel, type PanelPlace } from './panel';
export { corners } from './free-corner';
export type { PanelAct, PanelContent, PanelHold } from './view';
