import type { WordKey } from '@/lib/words';
import type { Candidate } from './component';

/** Milligrams as units of the candidate's own strength, in whole units; as milligrams where its units aren't known. */
export function inCandidateUnits(baseMg: number, candidate: Candidate): number {
  return Math.round(candidate.units === null ? baseMg : (baseMg * candidate.units) / candidate.baseMg);
}

const months = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** Month and year of a day counted from 1970-01-01, as people say it: `January 2026`. */
export function monthOf(day: number): string {
  return months.format(day * 86_400_000);
}

/** The sentence in units where they are known, in milligrams where they aren't. */
export function withUnits(candidate: Candidate, inUnits: WordKey, inMg: WordKey): WordKey {
  return candidate.units === null ? inMg : inUnits;
}
