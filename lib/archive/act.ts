import type { Directory } from './directory';
import { TouchedMonths } from './touched-months';

/** What the folds of one act know together; gone with its transaction. */
export class Act {
  readonly touched = new TouchedMonths();
  /** What is known of products by now; absent until somebody asks. */
  products?: Directory['products'];
  /**
   * Everything is folded anew: the directory first, then imports and streams with what is known of products in the end, so
   * that the order in which things were said doesn't matter.
   */
  isAnew = false;
}
