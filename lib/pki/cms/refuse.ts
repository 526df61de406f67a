import { CountersignError, type ErrorCode, type Params } from '@/lib/base';

/** The first thing that is wrong with a message ends the judging. */
export function refuse(code: ErrorCode, params: Params = {}): never {
  throw new CountersignError(code, params);
}
