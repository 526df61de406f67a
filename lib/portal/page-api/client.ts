import type { PageApiAnswer, PageApiAsk } from './question';
import type { PageQuestion, PageRemark, PageReply } from './wire';

/** How long each leg may take, in milliseconds. More than the longest counts as the longest. */
export interface SignatureTimeouts {
  /** Until the extension answers at all. Two seconds unless said; at most 30. */
  readonly helloMs?: number;
  /** Until the signer has decided. Thirty minutes unless said; at most eight hours. */
  readonly userMs?: number;
}

export interface SignatureOptions {
  readonly signal?: AbortSignal;
  readonly timeouts?: SignatureTimeouts;
}

/** Match `limits.pageApi…`. */
const HELLO = { usual: 2_000, longest: 30_000 } as const;
const USER = { usual: 30 * 60_000, longest: 8 * 3_600_000 } as const;

const MISSING = {
  status: 'error',
  code: 'portal/extension-missing',
  message: 'Countersign does not answer: it is not installed, or this site was not allowed in it.',
} as const;
const SLOW = {
  status: 'error',
  code: 'portal/user-slow',
  message: 'The signer has not decided within the time that this page waits. The order still waits for them.',
} as const;
const MALFORMED = {
  status: 'error',
  code: 'portal/request-malformed',
  message: 'The order holds something that is no plain data, such as a function. Nothing was asked.',
} as const;

/** Nonces of requests that were signed, by order number, for `confirmSubmitted`. */
const signedHere = new Map<string, string>();

/**
 * Whether Countersign is installed and this site is allowed in it; a site that isn't allowed is answered as if nothing were
 * installed. Takes at most two seconds, or `timeouts.helloMs`.
 */
export async function isAvailable(options: SignatureOptions = {}): Promise<boolean> {
  return (await ask({ type: 'hello', nonce: crypto.randomUUID() }, options)) === 'hello';
}

/**
 * Asks for a signature on an order and waits for the signer. Answers `signed` with the order number and the CMS SignedData
 * in Base64 (DER), `refused` with the signer's reason, or `error` with a stable code. The bytes signed are always those that
 * Countersign wrote and showed, never the document handed over: take the order from the signed message. Rejects only when
 * `signal` is aborted, with its reason. Each call is a new request: a second one while the first waits is a second order.
 */
export async function requestSignature(
  request: PageApiAsk & Pick<SignatureOptions, 'signal'>,
  options: SignatureOptions = {},
): Promise<PageApiAnswer> {
  const nonce = crypto.randomUUID();
  // One form each; what else stands beside it isn't ours.
  const { order, xml, x12 } = request as { [K in 'order' | 'xml' | 'x12']?: never };
  const forms = {
    ...(order !== undefined && { order }),
    ...(xml !== undefined && { xml }),
    ...(x12 !== undefined && { x12 }),
  };
  const answer = await ask({ type: 'request', nonce, ...forms }, { ...request, ...options });
  if (answer === 'hello' || answer.status === 'noted') return SLOW;
  if (answer.status === 'signed') signedHere.set(answer.orderNumber, nonce);
  return answer;
}

/**
 * Says that the supplier's server took a signed order that this page asked for. Until then, or until a page of the supplier
 * shows it, the pharmacy is reminded that the order is signed but not submitted. Answers whether it was noted.
 */
export async function confirmSubmitted(
  orderNumber: string,
  options: SignatureOptions = {},
): Promise<boolean> {
  const nonce = signedHere.get(orderNumber);
  if (nonce === undefined) return false;
  const answer = await ask({ type: 'submitted', nonce }, options);
  return answer !== 'hello' && answer.status === 'noted';
}

type Heard = Extract<PageReply, { type: 'answer' }>['answer'] | 'hello';
type Question = Omit<PageQuestion, 'countersign' | 'version'>;

/** The extension's script comes into a page once that is parsed; a site may ask before. */
const KNOCK_AGAIN_MS = 200;

async function ask(question: Question, { signal, timeouts = {} }: SignatureOptions): Promise<Heard> {
  if (!(await isThere(within(timeouts.helloMs, HELLO), signal))) return MISSING;
  return question.type === 'hello' ? 'hello' : bring(question, within(timeouts.userMs, USER), signal);
}

/** Says hello until somebody says it back. */
function isThere(waitMs: number, signal: AbortSignal | undefined): Promise<boolean> {
  const ports: MessagePort[] = [];
  return ending<boolean>(signal, (end) => {
    const knock = () => {
      const port = post({ type: 'hello', nonce: crypto.randomUUID() });
      port.onmessage = () => end(true);
      ports.push(port);
    };
    const again = setInterval(knock, KNOCK_AGAIN_MS);
    const timer = setTimeout(() => end(false), waitMs);
    knock();
    return () => {
      clearInterval(again);
      clearTimeout(timer);
      for (const port of ports) port.close();
    };
  });
}

/** One question, one port: the answer is heard by nobody else, and another question's answer can't arrive here. */
function bring(question: Question, waitMs: number, signal: AbortSignal | undefined): Promise<Heard> {
  return ending<Heard>(signal, (end) => {
    let port: MessagePort;
    try {
      port = post(question);
    } catch {
      // What can't be cloned can't be posted, nor be an order.
      end(MALFORMED);
      return () => undefined;
    }
    const remark = (type: PageRemark['type']) => port.postMessage({ type } satisfies PageRemark);
    let isAnswered = false;
    const timer = setTimeout(() => end(SLOW), waitMs);
    port.onmessage = ({ data }: MessageEvent<PageReply>) => {
      if (data.type !== 'answer') return;
      isAnswered = true;
      if (data.answer.status === 'signed') remark('ack');
      end(data.answer);
    };
    return () => {
      clearTimeout(timer);
      if (!isAnswered) remark('leave');
      port.close();
    };
  });
}

/** Posts to this very window and its own origin; answers the port at which the reply arrives. */
function post(question: Question): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const whole: PageQuestion = { countersign: 'page-api', version: 1, ...question };
  window.postMessage(whole, location.origin, [port2]);
  return port1;
}

/** A wait that is cleaned up after however it ends; rejects with the reason of `signal` when that is aborted. */
function ending<T>(
  signal: AbortSignal | undefined,
  begin: (end: (value: T) => void) => () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    let cleanUp: (() => void) | null = null;
    let isOver = false;
    const over = (settle: () => void) => {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', abort);
      cleanUp?.();
      settle();
    };
    const abort = () => over(() => reject(signal?.reason as Error));
    signal?.addEventListener('abort', abort, { once: true });
    cleanUp = begin((value) => over(() => resolve(value)));
    // It ended while it began.
    if (isOver) cleanUp();
  });
}

function within(wished: number | undefined, { usual, longest }: typeof HELLO | typeof USER): number {
  return wished !== undefined && wished > 0 ? Math.min(wished, longest) : usual;
}
