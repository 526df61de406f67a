export { expect, test } from './fixtures';
export { panelOf, type Panel } from './panel';
export type { Extension } from './extension';
export type { World } from './start-world';
export {
  demoProducts,
  orderAtCascade,
  orderAtHarbor,
  orderAtMeridian,
  signAtCascade,
  type Packages,
} from './order-at';
