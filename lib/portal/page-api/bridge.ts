import { faultOf, limits } from '@/lib/base/light';
import { say } from '@/lib/words/page';
import type { PageApiCode } from './codes';
import { persist } from './persist';
import type { PageApiAnswer, PageApiRequest } from './question';
import { readQuestion, type ReadQuestion } from './read-question';
import { siteCode } from './site-code';
import type { PageRemark, PageReply } from './wire';

/** Each asks the background; rejects with its fault, or with anything else when the worker died. */
export interface BridgeOptions {
  readonly window: Window;
  /** Resolves where the background hears this frame: its site is allowed, and so is the page around it. */
  readonly hear: () => Promise<void>;
  readonly forward: (request: PageApiRequest) => Promise<PageApiAnswer>;
  /** The site's module has the signed order of this request. */
  readonly acknowledge: (nonce: string) => Promise<void>;
  /** The site says that its server took the signed order of this request. */
  readonly submitted: (nonce: string) => Promise<void>;
  readonly signal: AbortSignal;
}

/** The extension was updated or removed under the page. */
const GONE = 'message/version-mismatch';
const MAX_OPEN = 10;
const MAX_REMEMBERED = 1_000;
const ASK_AGAIN_MS = 1_000;
/** A hello is waited for by a site that may be in front of nobody at all: little patience. */
const BRIEF = { attempts: 4, pauseMs: 250 } as const;

/**
 * The content side of the page API. Hears only this very window speaking from its own origin, answers only on the port that
 * came with the question, and decides nothing: who asks is said by the browser to the background. Until that has said that
 * it hears this frame, nothing is answered at all, so that a site that isn't allowed, or no longer, learns nothing.
 */
export function startBridge({ window, hear, forward, acknowledge, submitted, signal }: BridgeOptions): void {
  const used = new Set<string>();
  let open = 0;
  const isHeard = atOnce(() => persist(hear, { ...BRIEF, signal }).then(...yesOrNo));

  async function answer(question: ReadQuestion, port: MessagePort): Promise<void> {
    if (!(await isHeard()) || signal.aborted) return;
    const reply = (message: PageReply) => port.postMessage(message);
    const refuse = (code: PageApiCode, message: string) =>
      reply({ type: 'answer', answer: { status: 'error', code, message } });
    reply({ type: 'hello', version: 1 });
    if (question.type === 'hello') return;
    if (question.type === 'wrong') return refuse(question.code, said(question.code));
    if (open >= MAX_OPEN) return refuse('signing/rate-limited', say('pageApi.busy'));
    open++;
    try {
      if (question.type === 'submitted') {
        await persist(() => submitted(question.nonce), { ...BRIEF, signal });
        reply({ type: 'answer', answer: { status: 'noted' } });
      } else if (used.has(question.request.nonce) || used.size >= MAX_REMEMBERED) {
        refuse('portal/request-malformed', say('pageApi.replayed'));
      } else {
        used.add(question.request.nonce);
        await bring(question.request, port, reply);
      }
    } catch (error) {
      const code = siteCode(faultOf(error).code);
      refuse(code, said(code));
    } finally {
      open--;
    }
  }

  /** Waits for the signer as long as the site does, then sees to it that the site has what was signed. */
  async function bring(
    request: PageApiRequest,
    port: MessagePort,
    reply: (message: PageReply) => void,
  ): Promise<void> {
    const left = new AbortController();
    const gone = AbortSignal.any([signal, left.signal]);
    let isAcked = false;
    let answered: PageApiAnswer | null = null;
    port.onmessage = ({ data }: MessageEvent<Partial<PageRemark> | null>) => {
      if (data?.type === 'leave') left.abort();
      if (data?.type !== 'ack' || answered?.status !== 'signed' || isAcked) return;
      isAcked = true;
      // Where it can't be brought, the signer is offered the file: that is what an unacknowledged order is for.
      void persist(() => acknowledge(request.nonce), { ...BRIEF, signal }).then(...yesOrNo);
    };
    answered = await Promise.race([
      persist(() => forward(request), {
        attempts: limits.pageApiUserMaxMs / ASK_AGAIN_MS,
        pauseMs: ASK_AGAIN_MS,
        signal: gone,
      }),
      whenAborted(gone),
    ]);
    if (answered) reply({ type: 'answer', answer: answered });
    else if (!left.signal.aborted)
      // Updated or taken away under a page that waits: the site may ask again once it was loaded anew.
      reply({ type: 'answer', answer: { status: 'error', code: GONE, message: said(GONE) } });
  }

  window.addEventListener(
    'message',
    (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || !port || event.ports.length !== 1) return;
      const { origin } = window.location;
      if (origin === 'null' || event.origin !== origin) return;
      const question = readQuestion(event.data);
      if (question) void answer(question, port);
    },
    { signal },
  );
}

const yesOrNo = [() => true, () => false] as const;

/** What a code means, as far as the few words of a page's script go; the background says more where it answers. */
function said(code: PageApiCode): string {
  if (code === 'portal/request-malformed') return say('pageApi.malformed');
  if (code === 'portal/request-too-large') return say('pageApi.tooLarge');
  return say('pageApi.failed', { code });
}

/** One question to the background for all that ask at the same time: a flood of messages stays in the page. */
function atOnce(ask: () => Promise<boolean>): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null;
  return () => (asking ??= ask().finally(() => (asking = null)));
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
