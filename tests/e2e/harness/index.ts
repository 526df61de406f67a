export { expect, test } from './fixtures';
export { panelOf, type Panel } from './panel';
export type { Extension } from './extension';
