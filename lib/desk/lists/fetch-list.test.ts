import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '@/lib/base';
import type { ListHosts } from '../ports';
import { fetchList, isFetchable } from './fetch-list';

const URL_A = 'http://crl.example:8080/sub.crl';

function hosts(fetch: ListHosts['fetch'], allowed = true): ListHosts & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    mayFetch: (url) => {
      asked.push(url);
      return Promise.resolve(allowed);
    },
    fetch,
    inTurn: (_, work) => work(),
  };
}

/** A body of so many pieces, each of so many bytes; `Infinity` never ends. */
function stream(pieces: number, bytes: number): { readonly body: ReadableStream; sent(): number } {
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (sent >= pieces) return controller.close();
      sent += 1;
      controller.enqueue(new Uint8Array(bytes));
    },
  });
  return { body, sent: () => sent };
}

describe('fetching a list', () => {
  it('asks for leave before anything is sent, follows no redirect and sends nothing of the user', async () => {
    const fetch = vi.fn<ListHosts['fetch']>(() => Promise.resolve(new Response(Uint8Array.of(1, 2, 3))));
    expect(await fetchList(hosts(fetch), URL_A)).toEqual(Uint8Array.of(1, 2, 3));
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    fetch.mockClear();
    await expect(fetchList(hosts(fetch, false), URL_A)).rejects.toMatchObject({
      code: 'crl/no-permission',
      params: { origin: 'http://crl.example:8080' },
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('says that a host is not reached, whatever the reason', async () => {
    const refused = () => Promise.reject(new TypeError('Failed to fetch'));
    const down = () => Promise.resolve(new Response('down', { status: 503 }));
    for (const fetch of [refused, down])
      await expect(fetchList(hosts(fetch), URL_A)).rejects.toMatchObject({
        code: 'crl/unreachable',
        params: { url: URL_A },
      });
  });

  it('stops reading at the limit, also where the host says nothing of the length or lies', async () => {
    const piece = 1_000_000;
    const endless = stream(Infinity, piece);
    await expect(
      fetchList(
        hosts(() => Promise.resolve(new Response(endless.body))),
        URL_A,
      ),
    ).rejects.toMatchObject({ code: 'crl/too-large' });
    expect(endless.sent() * piece).toBeLessThan(limits.crlMaxBytes + 3 * piece);

    const announced = stream(Infinity, piece);
    const headers = { 'content-length': String(limits.crlMaxBytes + 1) };
    await expect(
      fetchList(
        hosts(() => Promise.resolve(new Response(announced.body, { headers }))),
        URL_A,
      ),
    ).rejects.toMatchObject({ code: 'crl/too-large' });
    expect(announced.sent()).toBeLessThan(3);
  });

  it('knows which addresses a browser can reach', () => {
    const urls = ['http://a.example/x', 'https://a.example/x', 'ldap://a.example/cn=x', 'file:///x', 'x'];
    expect(urls.map(isFetchable)).toEqual([true, true, false, false, false]);
  });
});

describe('each leg has its own limit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function endsAfter(fetching: Promise<unknown>, ms: number): Promise<void> {
    const ended = vi.fn();
    const watched = fetching.catch(ended);
    await vi.advanceTimersByTimeAsync(ms - 100);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    await watched;
    expect(ended).toHaveBeenCalledWith(expect.objectContaining({ code: 'crl/unreachable' }));
  }

  it('a host that never answers', () =>
    endsAfter(
      fetchList(
        hosts(() => new Promise(() => undefined)),
        URL_A,
      ),
      limits.crlAnswerMs,
    ));

  it('a host that falls silent', () => {
    const silent = new ReadableStream({ pull: () => new Promise(() => undefined) });
    return endsAfter(
      fetchList(
        hosts(() => Promise.resolve(new Response(silent))),
        URL_A,
      ),
      limits.crlSilenceMs,
    );
  });

  it('a host that sends byte by byte', () => {
    const slow = new ReadableStream({
      pull: (controller) =>
        new Promise((resolve) => {
          setTimeout(() => {
            controller.enqueue(Uint8Array.of(0));
            resolve();
          }, limits.crlSilenceMs / 2);
        }),
    });
    return endsAfter(
      fetchList(
        hosts(() => Promise.resolve(new Response(slow))),
        URL_A,
      ),
      limits.crlFetchMs,
    );
  });
});
