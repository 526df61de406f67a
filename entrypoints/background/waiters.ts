import { answerOf } from '@/lib/desk/background';
import type { PageApiAnswer } from '@/lib/portal';
import type { Opened } from './wiring';

/** Sites that wait for the signer, by request; lost with the worker, and asked for again by the page's script. */
export function createWaiters(opened: Opened) {
  const waiting = new Map<string, Set<(answer: PageApiAnswer) => void>>();

  return {
    /** The answer to a request, now or when the signer has decided. */
    async answer(requestId: string): Promise<PageApiAnswer> {
      const { ports } = await opened;
      const decided = await answerOf(ports, requestId);
      if (decided) return decided;
      return new Promise((resolve) => {
        waiting.set(requestId, (waiting.get(requestId) ?? new Set()).add(resolve));
      });
    },

    /** Answers those whose request is decided by now. */
    async tell(): Promise<void> {
      const { ports } = await opened;
      for (const [requestId, resolvers] of waiting) {
        const answer = await answerOf(ports, requestId);
        if (!answer) continue;
        waiting.delete(requestId);
        for (const resolve of resolvers) resolve(answer);
      }
    },
  };
}

export type Waiters = ReturnType<typeof createWaiters>;
