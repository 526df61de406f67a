import type { Outcome } from '../types';

/** What became of one file. */
export type FileOutcome = Outcome | 'unreadable';

/** Documented in docs/for-suppliers.md. */
export const exitCodes = Object.freeze({ valid: 0, invalid: 1, unusable: 2, undecided: 3 });

/** Of several orders the gravest answer counts: an invalid one, one that can't be read, one that is undecided. */
export function exitCodeOf(outcomes: readonly FileOutcome[]): number {
  if (outcomes.includes('invalid')) return exitCodes.invalid;
  if (outcomes.includes('unreadable')) return exitCodes.unusable;
  return outcomes.includes('undecided') || outcomes.length === 0 ? exitCodes.undecided : exitCodes.valid;
}
