import { limits } from '@/lib/base';
import type { Command, CommandParams } from './types';

/**
 * How long the native host gives a command, in milliseconds. The extension waits `limits.hostMarginMs` longer. A PIN of
 * null may mean that somebody enters it at the token's own keypad; `keypad`: that each signature asks there again
 * (asksAtKeypad).
 */
export function legMs<C extends Command>(command: C, params: CommandParams<C>, keypad = false): number {
  switch (command) {
    case 'modules':
    case 'tokens':
      return limits.hostListMs;
    case 'login':
      return 'pin' in params && params.pin === null ? limits.hostPinPadMs : limits.hostLoginMs;
    case 'sign':
      return keypad ? limits.hostPinPadMs : limits.hostSignMs;
    case 'logout':
      return limits.hostSignMs;
    case 'clock':
      return limits.hostClockMs;
    case 'diagnose':
      return limits.hostDiagnoseMs;
  }
}
