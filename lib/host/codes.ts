import type { ErrorCode } from '@/lib/base';

/** What the host may answer with; append-only, since hosts and extensions of different ages talk to each other. */
export const hostCodes = [
  'input/malformed',
  'internal/unexpected',
  'host/busy',
  'host/slow',
  'host/garbled',
  'host/message-too-large',
  'token/module-missing',
  'token/module-wrong-architecture',
  'token/module-not-pkcs11',
  'token/module-crashed',
  'token/module-hangs',
  'token/module-error',
  'token/none',
  'token/removed',
  'token/not-initialized',
  'token/certificate-missing',
  'token/key-missing',
  'token/wrong-pin',
  'token/wrong-pin-few-left',
  'token/wrong-pin-last-try',
  'token/pin-locked',
  'token/pin-must-change',
  'token/pin-length',
  'token/pin-cancelled',
  'token/pin-again',
  'token/busy',
  'token/unsupported-algorithm',
] as const satisfies readonly ErrorCode[];

export type HostCode = (typeof hostCodes)[number];
