import { CountersignError, type ErrorCode } from '@/lib/base';

/** Bytes that are not the ASN.1 they should be. Stays inside this room: each face turns it into its own code. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** Runs a parser and answers bytes it can't read with `code`, whose sentence may take `{detail}`. */
export function reading<T>(code: ErrorCode, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof DerError)
      throw new CountersignError(code, { detail: error.message }, { cause: error });
    throw error;
  }
}
