import { CountersignError } from '@/lib/base/light';

interface Persistence {
  readonly attempts: number;
  readonly pauseMs: number;
  readonly signal: AbortSignal;
}

/**
 * Asks the background until there is an answer: a worker that dies while the signer reads takes the channel with it, and the
 * same nonce finds the same request again. A fault that the background spoke is an answer and ends it.
 */
export async function persist<T>(
  ask: () => Promise<T>,
  { attempts, pauseMs, signal }: Persistence,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (isAnswer(error) || signal.aborted || attempt >= attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** A fault that the background spoke, as against a channel that broke. */
function isAnswer(error: unknown): boolean {
  return error instanceof CountersignError && error.params.detail !== 'no answer';
}
