import type { ErrorCode } from '@/lib/base';

export type TokenCode = Extract<ErrorCode, `host/${string}` | `token/${string}`>;

/**
 * What leads on after a fault of the token or its helper: allow the helper, install it, choose another driver, enter the
 * PIN anew, or put right what the sentence says and look again.
 */
export type TokenStep = 'allow' | 'install' | 'driver' | 'pin' | 'look';

/** One for each code, so that nobody is left with a sentence and nothing to press. */
export const tokenSteps = {
  'host/not-permitted': 'allow',
  'host/missing': 'install',
  'host/forbidden': 'install',
  'host/too-old': 'install',
  'host/too-new': 'look',
  'host/crashed': 'look',
  'host/busy': 'look',
  'host/slow': 'look',
  'host/garbled': 'install',
  'host/message-too-large': 'look',
  'token/module-missing': 'driver',
  'token/module-wrong-architecture': 'driver',
  'token/module-not-pkcs11': 'driver',
  'token/module-crashed': 'look',
  'token/module-hangs': 'look',
  'token/module-error': 'look',
  'token/none': 'look',
  'token/removed': 'look',
  'token/not-initialized': 'look',
  'token/certificate-missing': 'look',
  'token/key-missing': 'look',
  'token/wrong-pin': 'pin',
  'token/wrong-pin-few-left': 'pin',
  'token/wrong-pin-last-try': 'pin',
  'token/pin-locked': 'look',
  'token/pin-must-change': 'look',
  'token/pin-length': 'pin',
  'token/pin-cancelled': 'pin',
  'token/pin-again': 'pin',
  'token/busy': 'look',
  'token/unsupported-algorithm': 'look',
} as const satisfies Record<TokenCode, TokenStep>;

/** Null: the fault isn't the token's or its helper's. */
export function tokenStepOf(code: ErrorCode): TokenStep | null {
  return Object.hasOwn(tokenSteps, code) ? tokenSteps[code as TokenCode] : null;
}
