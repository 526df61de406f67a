import type { TokenName } from './types';

/** Whether two names are one token's. All four parts count, because makers number their tokens each for themselves. */
export function isSameToken(one: TokenName, other: TokenName): boolean {
  return (
    one.serial === other.serial &&
    one.label === other.label &&
    one.manufacturer === other.manufacturer &&
    one.model === other.model
  );
}
