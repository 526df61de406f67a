import { describe, expect, it, vi } from 'vitest';
import type { ListHosts } from '../ports';
import { askWebClock } from './ask-web-clock';

const now = Date.parse('2026-11-23T18:00:00Z');
type Fetch = ListHosts['fetch'];
const date = new Date(now - 7_000).toUTCString();
const ask = (fetch: Fetch, clock: { now: () => number } = { now: () => now }) =>
  askWebClock({ listHosts: { fetch }, clock }, 'https://orders.example:8443');
const answer = (headers: Record<string, string>, status = 404) => new Response(null, { status, headers });

describe('a web server that is asked for the time', () => {
  it('is told nothing of the user, and whatever it answers carries its clock', async () => {
    const fetch = vi.fn<Fetch>(async () => answer({ date }));
    expect(await ask(fetch)).toEqual({
      source: 'orders.example:8443',
      by: 'https',
      offsetMs: 6_500.5,
      uncertaintyMs: 499.5,
      at: now,
    });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch.mock.calls[0]).toMatchObject([
      'https://orders.example:8443/.well-known/time',
      {
        method: 'HEAD',
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      },
    ]);
  });

  it('is asked once more elsewhere where the first answer leads away or comes without a date', async () => {
    const second = (first: () => Promise<Response>) =>
      ask((_, { method }) => (method === 'HEAD' ? first() : Promise.resolve(answer({ date }, 200))));
    expect(await second(() => Promise.reject(new TypeError('redirected')))).not.toBeNull();
    expect(await second(async () => answer({}))).not.toBeNull();
  });

  it('is not believed where the answer lay in a cache', async () => {
    expect(await ask(async () => answer({ date, age: '86' }))).toBeNull();
    expect(await ask(async () => answer({ date, age: 'soon' }))).toBeNull();
    expect(await ask(async () => answer({ date, age: '0' }))).not.toBeNull();
  });

  it('says nothing where it can’t be reached, or this clock was set meanwhile', async () => {
    expect(await ask(() => Promise.reject(new TypeError('Failed to fetch')))).toBeNull();
    const leaping = (step: number) => {
      let at = now;
      return { now: () => (at += step) };
    };
    expect(await ask(async () => answer({ date }), leaping(-1))).toBeNull();
    expect(await ask(async () => answer({ date }), leaping(60_000))).toBeNull();
    expect(await ask(async () => answer({ date }), leaping(100))).not.toBeNull();
  });

  it('is not waited for for ever', async () => {
    vi.useFakeTimers();
    try {
      const asked = ask(() => new Promise<Response>(() => {}));
      await vi.advanceTimersByTimeAsync(5_001);
      expect(await asked).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets a fault of the program rise', async () => {
    await expect(ask(() => Promise.reject(new RangeError('a bug')))).rejects.toThrow(RangeError);
  });
});
