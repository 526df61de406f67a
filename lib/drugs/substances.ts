import type { Schedule } from '@/lib/base';
import { substanceTable } from './table';

/** A controlled substance to pick from. */
export interface SubstanceChoice {
  /** DEA drug code. */
  readonly code: string;
  readonly name: string;
  /** Of the substance as the only controlled one in a usual dosage form. */
  readonly schedule: Schedule;
}

/** Every substance of the built-in table, by name. */
export const substances: readonly SubstanceChoice[] = substanceTable
  .map(({ code, name, schedule }) => ({ code, name, schedule }))
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.code < b.code ? -1 : 1));

const byCode = new Map(substances.map((choice) => [choice.code, choice]));

/** Null for a code that the built-in table doesn't hold. */
export function substanceByCode(code: string): SubstanceChoice | null {
  return byCode.get(code) ?? null;
}
