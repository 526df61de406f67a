import type { CommandParams, CommandValue } from './types';

/** Whether, after this login, each signature waits for somebody at the token's own keypad. */
export function asksAtKeypad(asked: CommandParams<'login'>, answer: CommandValue<'login'>): boolean {
  return asked.pin === null && answer.pinPerSignature;
}
