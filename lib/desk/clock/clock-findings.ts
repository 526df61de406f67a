import { finding, type Finding } from '@/lib/base';
import type { SigningClock } from '@/lib/order';
import { say } from '@/lib/words';
import type { ClockStanding } from './views';

const RULE = '21 CFR 1311.55(b)(7)';

/** What the clock's standing means for a signature: only one that was found to be off blocks. */
export function clockFindings(standing: ClockStanding): readonly Finding[] {
  switch (standing.state) {
    case 'checked':
      return [];
    case 'off':
    case 'ntp-off': {
      const { offsetMs, sources } = standing;
      const params = {
        minutes: minutesOf(offsetMs),
        direction: say(offsetMs > 0 ? 'clock.fast' : 'clock.slow'),
        source: sources.join(', '),
      };
      const code = standing.state === 'off' ? 'signing/clock-off' : 'signing/clock-off-ntp';
      return [finding('blocks', code, { params, rule: RULE })];
    }
    case 'ntp-only': {
      const params = { source: standing.sources.join(', ') };
      return [finding('warns', 'signing/clock-ntp-only', { params, rule: RULE })];
    }
    case 'differ':
      return [finding('warns', 'signing/clock-sources-differ', { rule: RULE })];
    case 'unknown':
      return [finding('warns', 'signing/clock-unknown', { rule: RULE })];
  }
}

/** Tenths of a minute, rounded up: five minutes and one second are never told as five minutes. */
function minutesOf(offsetMs: number): number {
  return Math.ceil(Math.abs(offsetMs) / 6_000) / 10;
}

/** What is kept with a signature. */
export function clockRecord(standing: ClockStanding): SigningClock {
  const { state } = standing;
  const sources = 'sources' in standing ? standing.sources : [];
  const { offsetMs, uncertaintyMs } =
    'offsetMs' in standing ? standing : { offsetMs: null, uncertaintyMs: null };
  return { state, offsetMs, uncertaintyMs, sources };
}
