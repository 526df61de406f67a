import { limits } from '@/lib/base';
import { answerOf } from '@/lib/desk/background';
import type { PageApiAnswer } from '@/lib/portal';
import type { Opened } from './wiring';

/** Sites that wait for the signer, by request; lost with the worker, and asked for again by the page's script. */
export function createWaiters(opened: Opened) {
  const waiting = new Map<string, Set<(answer: PageApiAnswer) => void>>();
  const unacked = new Map<string, (isAcked: boolean) => void>();

  /** Answers those whose request is decided by now. */
  async function tell(): Promise<void> {
    const { ports } = await opened;
    for (const [requestId, resolvers] of waiting) {
      const answer = await answerOf(ports, requestId);
      if (!answer) continue;
      waiting.delete(requestId);
      for (const resolve of resolvers) resolve(answer);
    }
  }

  return {
    tell,

    /** The answer to a request, now or when the signer has decided. */
    async answer(requestId: string): Promise<PageApiAnswer> {
      const { ports } = await opened;
      const decided = await answerOf(ports, requestId);
      if (decided) return decided;
      return new Promise((resolve) => {
        waiting.set(requestId, (waiting.get(requestId) ?? new Set()).add(resolve));
      });
    },

    /** Hands a signed order to the site that waits; false where its module doesn't say within `limits.pageApiAckMs` that it has it. */
    async handOver(requestId: string): Promise<boolean> {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const acked = new Promise<boolean>((resolve) => {
        unacked.set(requestId, resolve);
        timer = setTimeout(() => resolve(false), limits.pageApiAckMs);
      });
      try {
        await tell();
        return await acked;
      } finally {
        clearTimeout(timer);
        unacked.delete(requestId);
      }
    },

    /** The site's module has the signed order. One that comes too late changes nothing: the signer was offered the file. */
    acknowledge(requestId: string): void {
      unacked.get(requestId)?.(true);
    },
  };
}

export type Waiters = ReturnType<typeof createWaiters>;
