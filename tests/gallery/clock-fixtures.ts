import { finding } from '@/lib/base';
import type { ClockReading, ClockSource, ClockStanding, ClockView, PreparedDocument } from '@/lib/desk';
import { clock, prepared, registrant } from './fixtures';

const at = clock.now() - 3 * 60_000;
const MERIDIAN = 'orders.meridian.example';
const HARBOR = 'harbor.example';
const reading = (source: string, by: ClockReading['by'], offsetMs: number): ClockReading => ({
  source,
  by,
  offsetMs,
  uncertaintyMs: 600,
  at,
});
const source = (name: string, by: ClockReading['by'], offsetMs: number | null): ClockSource => ({
  name,
  by,
  allowed: offsetMs !== null,
  reading: offsetMs === null ? null : reading(name, by, offsetMs),
});
const compared = { uncertaintyMs: 600, sources: [MERIDIAN, HARBOR], odd: [], at };

export const checkedClock: ClockStanding = { state: 'checked', offsetMs: 1_200, ...compared };
export const oddClock: ClockStanding = { ...checkedClock, odd: ['time.nist.gov'] };
export const offClock: ClockStanding = { state: 'off', offsetMs: -412_000, ...compared };
export const differingClock: ClockStanding = { state: 'differ', sources: [MERIDIAN, HARBOR], at };

const view = (standing: ClockStanding, sources: readonly ClockSource[]): ClockView => ({
  standing,
  sources,
  zone: registrant.zone,
});
const none = [
  source(MERIDIAN, 'https', null),
  source(HARBOR, 'https', null),
  source('time.nist.gov', 'ntp', null),
];

/** As it is before anything was allowed. */
export const clockView = view({ state: 'unknown' }, none);
export const checkedClockView = view(checkedClock, [
  source(MERIDIAN, 'https', 1_200),
  source(HARBOR, 'https', 900),
  source('time.nist.gov', 'ntp', null),
]);
export const offClockView = view(offClock, [
  source(MERIDIAN, 'https', -412_000),
  source(HARBOR, 'https', -411_000),
  source('time.nist.gov', 'ntp', -412_480),
]);
export const differingClockView = view(differingClock, [
  source(MERIDIAN, 'https', 1_200),
  source(HARBOR, 'https', -2_400_000),
  source('time.nist.gov', 'ntp', null),
]);

const RULE = '21 CFR 1311.55(b)(7)';
export const checkedClockDocument: PreparedDocument = { ...prepared, findings: [], clock: checkedClock };
export const oddClockDocument: PreparedDocument = { ...prepared, findings: [], clock: oddClock };
export const offClockDocument: PreparedDocument = {
  ...prepared,
  clock: offClock,
  findings: [
    finding('blocks', 'signing/clock-off', {
      params: { minutes: 6.9, direction: 'slow', source: `${MERIDIAN}, ${HARBOR}` },
      rule: RULE,
    }),
  ],
};
export const differingClockDocument: PreparedDocument = {
  ...prepared,
  clock: differingClock,
  findings: [finding('warns', 'signing/clock-sources-differ', { rule: RULE })],
};
