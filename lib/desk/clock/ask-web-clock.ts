import { limits, type Clock } from '@/lib/base';
import type { ListHosts } from '../ports';
import { atMost } from './at-most';
import type { ClockReading } from './clock-reading';
import { offsetOfDate } from './offset-of-date';

/**
 * Where the time is asked: any answer carries a `Date`, also a refusal. The first is IANA's well-known place for it; the
 * second is for servers that refuse HEAD, or lead every address they don't know to their sign-in.
 */
const QUESTIONS = [
  { method: 'HEAD', path: '/.well-known/time' },
  { method: 'GET', path: '/robots.txt' },
] as const;

/**
 * Compares this clock with a web server's over HTTPS, at an origin that the user allowed. Nothing of the user goes along,
 * redirects aren't followed (the leave was given for this host), and an answer out of a cache, which tells its age, says
 * nothing of now. Null where the server didn't say.
 */
export function askWebClock(
  { listHosts, clock }: { readonly listHosts: Pick<ListHosts, 'fetch'>; readonly clock: Clock },
  origin: string,
): Promise<ClockReading | null> {
  return atMost(limits.clockAnswerMs, async (signal) => {
    for (const { method, path } of QUESTIONS) {
      const asked = clock.now();
      const response = await answerOf(listHosts, `${origin}${path}`, { method, signal });
      const answered = clock.now();
      // Longer than the waiting time, or backwards: the clock was set, or the machine slept, while the answer was on its way.
      if (answered < asked || answered - asked > limits.clockAnswerMs) return null;
      const told = response && !isFromCache(response) ? response.headers.get('date') : null;
      const offset = told === null ? null : offsetOfDate(told, { asked, answered });
      if (offset)
        return { source: new URL(origin).host, by: 'https', ...offset, at: answered, ...steadyOf(clock) };
    }
    return null;
  });
}

/** Null where the host can't be reached or leads elsewhere; there is another question. */
async function answerOf(
  { fetch }: Pick<ListHosts, 'fetch'>,
  url: string,
  init: { readonly method: string; readonly signal: AbortSignal },
): Promise<Response | null> {
  try {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    await response.body?.cancel();
    return response;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isFromCache({ headers }: Response): boolean {
  const age = headers.get('age');
  return age !== null && age.trim() !== '0';
}

function steadyOf(clock: Clock): Pick<ClockReading, 'steady'> {
  return clock.steady ? { steady: clock.steady() } : {};
}
