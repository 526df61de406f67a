import { CountersignError } from '@/lib/base';

/**
 * What `work` brings within `ms` milliseconds; null where it takes longer, or where whoever was asked can't be reached. A
 * fault of the program rises.
 */
export async function atMost<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const ending = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const answer = work(ending.signal).then(
    (value) => value,
    (error: unknown) => {
      if (isNoAnswer(error)) return null;
      throw error;
    },
  );
  try {
    return await Promise.race([answer, over]);
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

/** As `fetch` (TypeError, DOMException once aborted) and the token helper say that nobody answers. */
function isNoAnswer(error: unknown): boolean {
  return error instanceof TypeError || error instanceof DOMException || error instanceof CountersignError;
}
