import { CountersignError, faultOf, limits } from '@/lib/base/light';
import type { ErrorCode } from '@/lib/base';
import { say } from '@/lib/words/page';
import type { PageApiAnswer, PageApiRequest } from './question';
import { readQuestion } from './read-question';
import type { PageReply } from './wire';

export interface BridgeOptions {
  readonly window: Window;
  /** Passes a question on to the background; rejects with its fault, or with anything else when the worker died. */
  readonly forward: (request: PageApiRequest) => Promise<PageApiAnswer>;
  readonly signal: AbortSignal;
}

const MAX_OPEN = 10;
const MAX_REMEMBERED = 1_000;
const ASK_AGAIN_MS = 1_000;

/**
 * The content side of the page API. Hears only this very window speaking from its own origin, answers only on the port that
 * came with the question, and decides nothing: who asks is said by the browser to the background.
 */
export function startBridge({ window, forward, signal }: BridgeOptions): void {
  const used = new Set<string>();
  let open = 0;

  window.addEventListener(
    'message',
    (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || !port || event.ports.length !== 1) return;
      const { origin } = window.location;
      if (origin === 'null' || event.origin !== origin) return;
      const question = readQuestion(event.data);
      if (!question) return;
      const reply = (message: PageReply) => port.postMessage(message);
      reply({ type: 'hello', version: 1 });
      if (question.type === 'hello') return;
      const refuse = (code: ErrorCode, message: string) =>
        reply({ type: 'answer', answer: { status: 'error', code, message } });
      if (!question.request) return refuse('portal/request-malformed', say('pageApi.malformed'));
      if (used.has(question.nonce) || used.size >= MAX_REMEMBERED) {
        return refuse('portal/request-malformed', say('pageApi.replayed'));
      }
      if (open >= MAX_OPEN) return refuse('signing/rate-limited', say('pageApi.busy'));
      used.add(question.nonce);
      open++;
      answerFor(question.request, forward, signal)
        .then((answer) => reply({ type: 'answer', answer }))
        .catch((error: unknown) => {
          const { code } = faultOf(error);
          refuse(code, say('pageApi.failed', { code }));
        })
        .finally(() => open--);
    },
    { signal },
  );
}

/**
 * Asks until there is an answer: a worker that dies while the signer reads takes the channel with it, and the same nonce
 * finds the same request again. A fault of the background is an answer and ends it.
 */
async function answerFor(
  request: PageApiRequest,
  forward: BridgeOptions['forward'],
  signal: AbortSignal,
): Promise<PageApiAnswer> {
  const attempts = limits.pageApiUserMs / ASK_AGAIN_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await forward(request);
    } catch (error) {
      if (isAnswer(error) || signal.aborted || attempt >= attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  }
}

/** A fault that the background spoke, as against a channel that broke. */
function isAnswer(error: unknown): boolean {
  return error instanceof CountersignError && error.params.detail !== 'no answer';
}
