import type { ClockStanding } from '@/lib/desk';
import { say } from '@/lib/words';
import type { Tone } from './mark';

export const CLOCK_TONES = {
  checked: 'good',
  off: 'stop',
  differ: 'caution',
  'ntp-only': 'caution',
  'ntp-off': 'stop',
  unknown: 'unchecked',
} as const satisfies Record<ClockStanding['state'], Tone>;

/** How this computer's clock stands, in a few words. `now`: milliseconds since 1970. */
export function clockWords(standing: ClockStanding, now: number): string {
  switch (standing.state) {
    case 'checked':
    case 'off':
    case 'ntp-only':
    case 'ntp-off':
      return say(`clock.${standing.state}`, {
        ago: agoWords(standing.at, now),
        sources: standing.sources.join(', '),
        offset: offsetWords(standing.offsetMs),
      });
    case 'differ':
      return say('clock.differ', {
        ago: agoWords(standing.at, now),
        sources: standing.sources.join(', '),
      });
    case 'unknown':
      return say('clock.unknown');
  }
}

/** `12 seconds fast`, `5.1 minutes slow`. Milliseconds, positive: ahead. */
export function offsetWords(offsetMs: number): string {
  const direction = say(offsetMs > 0 ? 'clock.fast' : 'clock.slow');
  const seconds = Math.round(Math.abs(offsetMs) / 1_000);
  if (seconds === 0) return say('clock.right');
  if (seconds < 120) return say('clock.seconds', { count: seconds, direction });
  return say('clock.minutes', { count: Math.ceil(Math.abs(offsetMs) / 6_000) / 10, direction });
}

export function agoWords(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  return minutes < 1 ? say('clock.just-now') : say('clock.ago', { count: minutes });
}
