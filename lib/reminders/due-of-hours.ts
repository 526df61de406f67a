import { legalDay } from '@/lib/base';
import { aboutNothing, type Duty } from './due';
import type { DueFacts } from './facts';

const HOUR_MS = 3_600_000;
const RULE = {
  'poa-departed': '21 CFR 1311.45(a)',
  'key-compromised': '21 CFR 1311.30(e)',
} as const;

/** What DEA's certification authority must be told within 6 or 24 hours: loud from its first minute, and never put off. */
export function dueOfHours(
  { id, kind, about: name, dueAt }: DueFacts['duties'][number],
  { now, zone }: Pick<DueFacts, 'now' | 'zone'>,
): Duty {
  const isOver = now > dueAt;
  const hours = Math.abs(dueAt - now) / HOUR_MS;
  return {
    ...aboutNothing,
    kind,
    key: id,
    urgency: isOver ? 'overdue' : 'today',
    level: 'loud',
    dueOn: legalDay(dueAt, zone),
    sentence: `due.${kind}${isOver ? '.over' : ''}`,
    // Hours that are left are rounded down, hours that are over up: nobody is told of time that isn't there.
    params: { name, count: isOver ? Math.ceil(hours) : Math.floor(hours) },
    rule: RULE[kind],
  };
}
