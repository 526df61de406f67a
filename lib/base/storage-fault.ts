import { CountersignError } from './errors';

interface DexieLike extends Error {
  readonly inner?: unknown;
  readonly failures?: readonly unknown[];
}

/** An error and everything it carries inside: Dexie wraps what the browser says, in bulk writes several times. */
function layers(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const { inner, failures = [] } = error as DexieLike;
  return [error, ...[inner, error.cause, ...failures].filter((part) => part !== error).flatMap(layers)];
}

/** An abort is the browser's own: what our acts refuse inside a transaction is told as what it is. */
const UNAVAILABLE =
  /^(Abort|DatabaseClosed|OpenFailed|MissingAPI|InvalidState|NoSuchDatabase|Version|Unknown)(Error)?$/;

/** What a failing database means, as one of ours; anything that isn't about storage stays what it is. */
export function storageFault(error: unknown): unknown {
  if (error instanceof CountersignError) return error;
  const all = layers(error);
  if (all.some(({ name }) => name === 'QuotaExceededError')) {
    return new CountersignError('archive/storage-full', {}, { cause: error });
  }
  const closed = all.find(({ name }) => UNAVAILABLE.test(name));
  return closed
    ? new CountersignError('archive/unavailable', { detail: closed.message }, { cause: error })
    : error;
}

/** Does something with a database; throws `archive/storage-full`, `archive/unavailable` where storage failed. */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFault(error);
  }
}
