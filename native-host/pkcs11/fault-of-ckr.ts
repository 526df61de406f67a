import { CountersignError } from '@/lib/base';
import type { HostCode } from '@/lib/host';
import type { CkrName } from './ckr';
import type { CkrError } from './ckr-error';

/** What a refusal means to whoever wants to sign; names that are missing here are `token/module-error`. */
const codes: Partial<Readonly<Record<string, HostCode>>> = {
  CKR_SLOT_ID_INVALID: 'token/removed',
  CKR_DEVICE_REMOVED: 'token/removed',
  CKR_TOKEN_NOT_PRESENT: 'token/removed',
  CKR_TOKEN_NOT_RECOGNIZED: 'token/removed',
  CKR_SESSION_CLOSED: 'token/removed',
  CKR_SESSION_HANDLE_INVALID: 'token/removed',
  CKR_OBJECT_HANDLE_INVALID: 'token/removed',
  CKR_KEY_HANDLE_INVALID: 'token/removed',
  // Only a token that was out in between forgets that its user is logged in.
  CKR_USER_NOT_LOGGED_IN: 'token/removed',

  CKR_PIN_INCORRECT: 'token/wrong-pin',
  CKR_PIN_LOCKED: 'token/pin-locked',
  CKR_PIN_EXPIRED: 'token/pin-must-change',
  CKR_PIN_INVALID: 'token/pin-length',
  CKR_PIN_LEN_RANGE: 'token/pin-length',
  CKR_USER_PIN_NOT_INITIALIZED: 'token/not-initialized',
  CKR_CANCEL: 'token/pin-cancelled',
  CKR_FUNCTION_CANCELED: 'token/pin-cancelled',
  CKR_FUNCTION_REJECTED: 'token/pin-cancelled',

  CKR_SESSION_COUNT: 'token/busy',
  CKR_SESSION_READ_WRITE_SO_EXISTS: 'token/busy',
  CKR_USER_ANOTHER_ALREADY_LOGGED_IN: 'token/busy',
  CKR_USER_TOO_MANY_TYPES: 'token/busy',
  CKR_OPERATION_ACTIVE: 'token/busy',
  CKR_TOKEN_RESOURCE_EXCEEDED: 'token/busy',

  CKR_MECHANISM_INVALID: 'token/unsupported-algorithm',
  CKR_MECHANISM_PARAM_INVALID: 'token/unsupported-algorithm',
  CKR_KEY_TYPE_INCONSISTENT: 'token/unsupported-algorithm',
  CKR_KEY_FUNCTION_NOT_PERMITTED: 'token/unsupported-algorithm',
  CKR_KEY_SIZE_RANGE: 'token/unsupported-algorithm',
} satisfies Partial<Record<CkrName, HostCode>>;

/**
 * A module's refusal as the extension is told of it. `algorithm` as the sentence of `token/unsupported-algorithm` names
 * it.
 */
export function faultOfCkr(error: CkrError, algorithm = '?'): CountersignError {
  const code = codes[error.rv] ?? 'token/module-error';
  const params =
    code === 'token/module-error'
      ? { step: error.step, rv: error.rv }
      : code === 'token/unsupported-algorithm'
        ? { algorithm }
        : {};
  return new CountersignError(code, params, { cause: error });
}

/** Whether the refusal says that the token isn't there any more. */
export function isGone(error: CkrError): boolean {
  return codes[error.rv] === 'token/removed';
}
