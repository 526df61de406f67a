import type { WordKey } from '@/lib/words';
import type { SubstancePast } from '../past';
import type { Candidate } from './component';

/** One sentence in three ways of counting. */
export interface AmountWords {
  /** Everything ever ordered is of the one strength at hand: its units. */
  readonly units: WordKey;
  /** Other strengths were ordered before, so that earlier amounts come to so many units of this one. */
  readonly thisStrength: WordKey;
  /** Units aren't known, or several strengths are ordered at once, of which no unit stands for all. */
  readonly mg: WordKey;
}

/** How amounts of a substance are told beside this order, so that a person finds the figure on the order again. */
export function amountsBeside(
  { units, baseMg, byStrength }: Candidate,
  { strengthsMg }: SubstancePast,
  words: AmountWords,
): { readonly sentence: WordKey; readonly of: (mg: number) => number } {
  if (units === null || byStrength.size > 1) return { sentence: words.mg, of: Math.round };
  const isAlone = strengthsMg.every((strength) => byStrength.has(strength));
  return {
    sentence: isAlone ? words.units : words.thisStrength,
    of: (mg) => Math.round((mg * units) / baseMg),
  };
}

const months = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** Month and year of a day counted from 1970-01-01, as people say it: `January 2026`. */
export function monthOf(day: number): string {
  return months.format(day * 86_400_000);
}
