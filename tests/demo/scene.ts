import type { Extension } from '../e2e/harness/extension';
import type { World } from '../e2e/harness/start-world';
import type { Shots } from './shots';

/** What every part of the tour works with. */
export interface Scene {
  readonly extension: Extension;
  readonly world: World;
  readonly shots: Shots;
}

/** Its size on a real screen; without one every window is as large as the first. */
export const SIGN_WINDOW = { width: 980, height: 900 };
