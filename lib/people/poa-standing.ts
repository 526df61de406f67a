import type { PlainDate, Schedule } from '@/lib/base';
import type { PoaRecord } from './poa-letter';

export type LetterStanding = 'in-force' | 'to-come' | 'ended' | 'revoked';

export function letterStanding({ since, until, revoked }: PoaRecord, today: PlainDate): LetterStanding {
  if (revoked !== null && revoked.on <= today) return 'revoked';
  if (since > today) return 'to-come';
  return until !== null && until < today ? 'ended' : 'in-force';
}

/**
 * What a person's letters for a location say today. `none`: no letter was ever recorded, so they may be the registrant, or
 * the letter lies in a drawer; nobody here knows. `ended`: there were letters and none is in force; `letter`: the last one.
 * `in-force`: the schedules that the letters in force cover together.
 */
export type PoaStanding =
  | { readonly state: 'none' }
  | { readonly state: 'ended'; readonly letter: PoaRecord; readonly why: Exclude<LetterStanding, 'in-force'> }
  | { readonly state: 'in-force'; readonly schedules: readonly Schedule[] };

/**
 * 21 CFR 1305.05, 1311.15(b): the registrant answers for what a holder of its power of attorney orders. `numbers`: DEA
 * numbers of the location, with those that it had before.
 */
export function poaStanding(
  letters: readonly PoaRecord[],
  { personId, numbers, today }: { personId: string; numbers: ReadonlySet<string>; today: PlainDate },
): PoaStanding {
  const own = letters.filter((one) => one.personId === personId && numbers.has(one.registrant));
  const inForce = own.filter((one) => letterStanding(one, today) === 'in-force');
  if (inForce.length > 0)
    return { state: 'in-force', schedules: [...new Set(inForce.flatMap(({ schedules }) => schedules))] };
  const last = own.at(-1);
  if (!last) return { state: 'none' };
  const why = letterStanding(last, today);
  return why === 'in-force' ? { state: 'none' } : { state: 'ended', letter: last, why };
}
