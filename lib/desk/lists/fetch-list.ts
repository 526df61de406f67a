import { CountersignError, limits } from '@/lib/base';
import type { ListHosts } from '../ports';

/** Addresses that a browser can fetch from. RFC 5280 4.2.1.13 also knows ldap:, which none can. */
export function isFetchable(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/**
 * The bytes that a distribution point publishes, never more than `limits.crlMaxBytes` of them. Each leg has its own limit:
 * the host's first answer, silence between two pieces, and the whole. Redirects aren't followed: the permission was given
 * for this host. Throws `crl/no-permission`, `crl/unreachable`, `crl/too-large`.
 */
export async function fetchList(hosts: ListHosts, url: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!(await hosts.mayFetch(url)))
    throw new CountersignError('crl/no-permission', { origin: new URL(url).origin });
  const ending = new AbortController();
  const whole = setTimeout(() => ending.abort(), limits.crlFetchMs);
  try {
    const response = await leg(ending, limits.crlAnswerMs, () =>
      hosts.fetch(url, {
        signal: ending.signal,
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        // What lies in the browser's own cache is asked about, so that an old copy of it never counts as fetched.
        cache: 'no-cache',
      }),
    );
    if (!response.ok) throw new CountersignError('crl/unreachable', { url });
    if (Number(response.headers.get('content-length') ?? 0) > limits.crlMaxBytes) throw tooLarge();
    return await readBody(response, ending);
  } catch (error) {
    if (error instanceof CountersignError) throw error;
    throw new CountersignError('crl/unreachable', { url }, { cause: error });
  } finally {
    clearTimeout(whole);
    ending.abort();
  }
}

async function readBody(response: Response, ending: AbortController): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let more = reader !== undefined; more && reader;) {
    const { done, value } = await leg(ending, limits.crlSilenceMs, () => reader.read());
    more = !done;
    if (!value) continue;
    length += value.length;
    if (length > limits.crlMaxBytes) throw tooLarge();
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function tooLarge(): CountersignError {
  return new CountersignError('crl/too-large', { megabytes: limits.crlMaxBytes / 1_000_000 });
}

/** One wait with its own limit; at its end the whole fetch ends, whether or not the other side notices. */
async function leg<T>(ending: AbortController, ms: number, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => ending.abort(), ms);
  let stop: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(new DOMException('the limit of a leg has passed', 'TimeoutError'));
    ending.signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    clearTimeout(timer);
    ending.signal.removeEventListener('abort', stop);
  }
}
