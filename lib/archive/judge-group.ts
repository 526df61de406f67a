import { legalDay, type PlainDate } from '@/lib/base';
import type { RetentionRule } from './archive';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { linkedGroup, type LinkedGroup } from './linked-group';
import { retainedUntil } from './retained-until';

/** What becomes of an order, or a record, with all that is linked to it. */
export type GroupVerdict =
  | { readonly fate: 'kept' }
  /** Past its time, and on hold. */
  | { readonly fate: 'held' }
  | {
      readonly fate: 'past';
      readonly group: LinkedGroup;
      /** The location whose rule counted: the strictest of the group's. */
      readonly registrant: string;
      readonly years: number;
      readonly until: PlainDate;
    };

/** Whether one of these was recorded after a day: retention runs from the last linked record. */
export function isRecordedSince(events: readonly Envelope[], until: PlainDate): boolean {
  return events.some(({ time }) => legalDay(time[0], 'UTC') > until);
}

/** `latest`: the last day that any rule lets go of; `ruleOf`: by location. */
export async function judgeGroup(
  db: ArchiveDatabase,
  id: string,
  about: {
    readonly on: PlainDate;
    readonly latest: PlainDate;
    readonly ruleOf: (registrant: string) => RetentionRule;
  },
): Promise<GroupVerdict> {
  const { on, latest, ruleOf } = about;
  const keeps =
    (until: PlainDate) => (one: { readonly openUntil?: string; readonly events: readonly Envelope[] }) =>
      (one.openUntil !== undefined && one.openUntil > until) || isRecordedSince(one.events, until);
  const group = await linkedGroup(db, id, keeps(latest));
  // Empty: somebody purged it meanwhile.
  if (!group || group.registrants.size === 0) return { fate: 'kept' };
  const rules = [...group.registrants].map((registrant) => ({ registrant, ...ruleOf(registrant) }));
  const strictest = rules.reduce((one, other) => (other.years > one.years ? other : one));
  const until = retainedUntil(on, strictest.years);
  const keepsOne = keeps(until);
  const rows = [...group.orders, ...group.beside];
  if (rows.some(({ openUntil }) => keepsOne({ ...(openUntil && { openUntil }), events: [] })))
    return { fate: 'kept' };
  if (isRecordedSince(group.events, until)) return { fate: 'kept' };
  if (rules.some(({ legalHold }) => legalHold)) return { fate: 'held' };
  return { fate: 'past', group, registrant: strictest.registrant, years: strictest.years, until };
}
