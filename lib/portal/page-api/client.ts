import type { PageApiAnswer, PageApiOrder } from './question';
import type { PageQuestion, PageReply } from './wire';

/** Until the extension says hello; matches `limits.pageApiHelloMs`. */
const HELLO_MS = 2_000;
/** Until the signer has decided; matches `limits.pageApiUserMs`. */
const USER_MS = 30 * 60_000;

const MISSING = {
  status: 'error',
  code: 'portal/extension-missing',
  message: 'Countersign does not answer: it is not installed, or this site was not granted to it.',
} as const;
const SLOW = {
  status: 'error',
  code: 'portal/user-slow',
  message: 'The signer has not decided within 30 minutes. Ask again.',
} as const;

/** Whether Countersign is installed and granted for this site. Takes at most two seconds. */
export async function isAvailable(): Promise<boolean> {
  const answer = await ask('hello', undefined, undefined);
  return answer === 'hello';
}

/**
 * Asks for a signature on an order and waits for the signer. Answers `signed` with the order number and the CMS
 * SignedData in Base64 (DER), `refused` with the signer's reason, or `error` with a stable code. Rejects only when `signal`
 * is aborted, with its reason.
 */
export async function requestSignature(request: {
  readonly order: PageApiOrder;
  readonly signal?: AbortSignal;
}): Promise<PageApiAnswer> {
  const answer = await ask('request', request.order, request.signal);
  return answer === 'hello' ? SLOW : answer;
}

/** One question, one port: the answer is heard by nobody else, and another question's answer can't arrive here. */
function ask(
  type: PageQuestion['type'],
  order: PageApiOrder | undefined,
  signal: AbortSignal | undefined,
): Promise<PageApiAnswer | 'hello'> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    let timer = setTimeout(() => end(MISSING), HELLO_MS);
    const stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      port1.close();
    };
    const end = (answer: PageApiAnswer | 'hello') => {
      stop();
      resolve(answer);
    };
    const abort = () => {
      stop();
      reject(signal?.reason as Error);
    };
    port1.onmessage = ({ data }: MessageEvent<PageReply>) => {
      if (data.type === 'answer') return end(data.answer);
      if (type === 'hello') return end('hello');
      clearTimeout(timer);
      timer = setTimeout(() => end(SLOW), USER_MS);
    };
    signal?.addEventListener('abort', abort, { once: true });
    const question: PageQuestion = {
      countersign: 'page-api',
      version: 1,
      type,
      nonce: crypto.randomUUID(),
      ...(order && { order }),
    };
    window.postMessage(question, location.origin, [port2]);
  });
}
