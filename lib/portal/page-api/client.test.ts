// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { limits } from '@/lib/base';
import { isAvailable, requestSignature } from './client';
import type { PageApiAnswer, PageApiOrder } from './question';
import type { PageQuestion, PageReply } from './wire';

interface Posted {
  readonly question: PageQuestion;
  readonly target: string;
  readonly reply: (message: PageReply) => void;
}

const order = {} as PageApiOrder;
const signed: PageApiAnswer = { status: 'signed', orderNumber: '26X100208', cms: 'AAAA' };
let posted: Posted[] = [];

/** A channel whose two ends are joined by hand: fake timers and real ports don't mix. */
class Channel {
  readonly port1 = {
    onmessage: null as ((event: { data: PageReply }) => void) | null,
    close: () => undefined,
  };
  readonly port2 = { postMessage: (data: PageReply) => this.port1.onmessage?.({ data }) };
}

beforeEach(() => {
  posted = [];
  vi.useFakeTimers();
  vi.stubGlobal('MessageChannel', Channel);
  vi.spyOn(window, 'postMessage').mockImplementation(((
    question: PageQuestion,
    target: string,
    [port]: [Channel['port2']],
  ) => {
    posted.push({ question, target, reply: (message) => port.postMessage(message) });
  }) as unknown as typeof window.postMessage);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('module for suppliers', () => {
  test('asks its own origin only and brings the answer', async () => {
    const answer = requestSignature({ order });
    const [{ question, target, reply }] = posted as [Posted];
    expect(target).toBe(location.origin);
    expect(question).toMatchObject({ countersign: 'page-api', version: 1, type: 'request', order });
    reply({ type: 'hello', version: 1 });
    reply({ type: 'answer', answer: signed });
    expect(await answer).toEqual(signed);
  });

  test('an extension that is missing and a user who is slow are two errors', async () => {
    const missing = requestSignature({ order });
    await vi.advanceTimersByTimeAsync(limits.pageApiHelloMs);
    expect(await missing).toMatchObject({ status: 'error', code: 'portal/extension-missing' });

    const slow = requestSignature({ order });
    posted[1]?.reply({ type: 'hello', version: 1 });
    await vi.advanceTimersByTimeAsync(limits.pageApiUserMs - 1);
    let ended = false;
    void slow.then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await slow).toMatchObject({ status: 'error', code: 'portal/user-slow' });
  });

  test('every question has its own nonce', () => {
    void requestSignature({ order });
    void requestSignature({ order });
    expect(new Set(posted.map(({ question }) => question.nonce)).size).toBe(2);
  });

  test('an abort rejects with its reason', async () => {
    const end = new AbortController();
    const answer = requestSignature({ order, signal: end.signal });
    end.abort(new Error('left the page'));
    await expect(answer).rejects.toThrow('left the page');
    await expect(requestSignature({ order, signal: end.signal })).rejects.toThrow('left the page');
  });

  test('is available when somebody says hello, and not when nobody does', async () => {
    const there = isAvailable();
    posted[0]?.reply({ type: 'hello', version: 1 });
    expect(await there).toBe(true);
    const absent = isAvailable();
    await vi.advanceTimersByTimeAsync(limits.pageApiHelloMs);
    expect(await absent).toBe(false);
  });
});
