import { daysBetween } from '@/lib/base';
import { aboutNothing, type Duty } from './due';
import type { DueFacts } from './facts';

const COPY_LOUD_DAYS = 7;

/** What keeps the tool itself in order: revocation lists, the copy of the records, the next step to a certificate. */
export function dueOfUpkeep(facts: DueFacts): Duty[] {
  return [...readOnly(facts), ...lists(facts), ...copy(facts), ...enrolment(facts)];
}

/** Nothing can be signed or recorded: whoever works here learns it before they try. */
function readOnly({ readOnly: stands }: DueFacts): Duty[] {
  if (!stands) return [];
  return [
    {
      ...aboutNothing,
      kind: 'archive-read-only',
      key: 'archive-read-only',
      urgency: 'overdue',
      level: 'loud',
      dueOn: null,
      sentence: 'due.archive-read-only',
      params: {},
      rule: '21 CFR 1305.27',
    },
  ];
}

function lists({ staleLists }: DueFacts): Duty[] {
  return staleLists.map(({ issuer, name, endedOn }) => ({
    ...aboutNothing,
    kind: 'crl-stale',
    key: `crl-stale:${issuer}:${endedOn}`,
    urgency: 'today',
    level: 'normal',
    dueOn: endedOn,
    sentence: 'due.crl-stale',
    params: { name },
    rule: '21 CFR 1311.55(c)',
  }));
}

function copy({ staleCopy, today }: DueFacts): Duty[] {
  if (!staleCopy) return [];
  const { everMade, newEvents, since } = staleCopy;
  const isLong = daysBetween(since, today) >= COPY_LOUD_DAYS;
  return [
    {
      ...aboutNothing,
      kind: 'copy-overdue',
      key: `copy-overdue:${since}:${isLong ? 'long' : 'short'}`,
      urgency: isLong ? 'overdue' : 'today',
      level: isLong ? 'loud' : 'normal',
      dueOn: null,
      sentence: everMade ? 'due.copy-overdue' : 'due.copy-overdue.none',
      params: { count: newEvents },
      rule: '21 CFR 1305.27',
    },
  ];
}

function enrolment({ enrolment: ways }: DueFacts): Duty[] {
  return ways.map(({ about, name, step }) => ({
    ...aboutNothing,
    kind: 'enrolment',
    key: `enrolment:${about}:${step}`,
    urgency: 'soon',
    level: 'quiet',
    dueOn: null,
    sentence: 'due.enrolment',
    params: { name, step },
    rule: null,
  }));
}
