// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { limits } from '@/lib/base';
import { confirmSubmitted, isAvailable, requestSignature } from './client';
import type { PageApiAnswer, PageApiOrder } from './question';
import type { PageQuestion, PageRemark, PageReply } from './wire';

interface Posted {
  readonly question: PageQuestion;
  readonly target: string;
  readonly reply: (message: PageReply) => void;
  readonly remarks: readonly PageRemark['type'][];
}

const order = {} as PageApiOrder;
const signed: PageApiAnswer = { status: 'signed', orderNumber: '26X100208', cms: 'AAAA' };
let posted: Posted[] = [];

/** A channel whose two ends are joined by hand: fake timers and real ports don't mix. */
class Channel {
  readonly remarks: PageRemark['type'][] = [];
  readonly port1 = {
    onmessage: null as ((event: { data: PageReply }) => void) | null,
    postMessage: ({ type }: PageRemark) => this.remarks.push(type),
    close: () => undefined,
  };
  readonly port2 = {
    remarks: this.remarks,
    postMessage: (data: PageReply) => this.port1.onmessage?.({ data }),
  };
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
    structuredClone(question);
    posted.push({
      ...{ question, target, remarks: port.remarks },
      reply: (message) => port.postMessage(message),
    });
  }) as unknown as typeof window.postMessage);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Lets whatever waits for settled promises go on. */
const flush = () => vi.advanceTimersByTimeAsync(0);
const HELLO: PageReply = { type: 'hello', version: 1 };
const orders = () => posted.filter(({ question }) => question.type !== 'hello');

/** The extension is there: says hello to who knocked last, and takes the question that follows. */
async function greeted(): Promise<Posted> {
  posted.at(-1)?.reply(HELLO);
  await flush();
  const asked = orders().at(-1);
  if (!asked) throw new Error('nothing was asked');
  asked.reply(HELLO);
  return asked;
}

describe('module for suppliers', () => {
  test('asks its own origin only and brings the answer', async () => {
    const answer = requestSignature({ order });
    const { question, target, reply } = await greeted();
    expect([target, posted[0]?.target]).toEqual([location.origin, location.origin]);
    expect(question).toMatchObject({ countersign: 'page-api', version: 1, type: 'request', order });
    reply({ type: 'answer', answer: signed });
    expect(await answer).toEqual(signed);
  });

  test('knocks again where the extension’s script came later than the question, and asks once', async () => {
    const answer = requestSignature({ order });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(posted.length).toBeGreaterThan(3);
    expect(orders()).toEqual([]);
    const { reply } = await greeted();
    expect(orders()).toHaveLength(1);
    reply({ type: 'answer', answer: signed });
    expect(await answer).toEqual(signed);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(orders()).toHaveLength(1);
  });

  test('an extension that is missing and a user who is slow are two errors', async () => {
    const missing = requestSignature({ order });
    await vi.advanceTimersByTimeAsync(limits.pageApiHelloMs);
    expect(await missing).toMatchObject({ status: 'error', code: 'portal/extension-missing' });
    expect(orders()).toEqual([]);

    const slow = requestSignature({ order });
    await greeted();
    await vi.advanceTimersByTimeAsync(limits.pageApiUserMs - 1);
    let ended = false;
    void slow.then(() => (ended = true));
    await flush();
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await slow).toMatchObject({ status: 'error', code: 'portal/user-slow' });
  });

  test('a site may wait for less or longer, up to a working day', async () => {
    const brief = requestSignature({ order }, { timeouts: { helloMs: 300 } });
    await vi.advanceTimersByTimeAsync(300);
    expect(await brief).toMatchObject({ code: 'portal/extension-missing' });

    const endless = requestSignature({ order }, { timeouts: { helloMs: Infinity, userMs: Infinity } });
    await vi.advanceTimersByTimeAsync(limits.pageApiHelloMaxMs - 1);
    const { remarks } = await greeted();
    await vi.advanceTimersByTimeAsync(limits.pageApiUserMaxMs - 1);
    expect(remarks).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await endless).toMatchObject({ code: 'portal/user-slow' });
    expect(remarks).toEqual(['leave']);
  });

  test.each([0, -1, NaN])('a wait of %s ms is none: the usual one counts', async (helloMs) => {
    let ended = false;
    void isAvailable({ timeouts: { helloMs } }).then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(limits.pageApiHelloMs - 1);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toBe(true);
  });

  test.each([{ xml: '<CSOSOrderRequest/>' }, { x12: 'ISA*00*' }])(
    'hands %j over as it is',
    async (document) => {
      void requestSignature(document);
      const { question } = await greeted();
      expect(question).toEqual({
        ...{ countersign: 'page-api', version: 1, type: 'request', nonce: question.nonce },
        ...document,
      });
    },
  );

  test('says that it has the signed order, and of nothing else', async () => {
    const answers = [signed, { status: 'refused', reason: 'x' } as const];
    for (const answer of answers) {
      void requestSignature({ order });
      (await greeted()).reply({ type: 'answer', answer });
    }
    expect(orders().map(({ remarks }) => remarks)).toEqual([['ack'], []]);
  });

  test('confirms the order that it asked for, by the nonce of that request', async () => {
    const answer = requestSignature({ order });
    const asked = await greeted();
    asked.reply({ type: 'answer', answer: signed });
    await answer;
    const noted = confirmSubmitted('26X100208');
    const { question, reply } = await greeted();
    expect(question).toMatchObject({ type: 'submitted', nonce: asked.question.nonce });
    reply({ type: 'answer', answer: { status: 'noted' } });
    expect(await noted).toBe(true);
    const before = posted.length;
    expect(await confirmSubmitted('26X999999')).toBe(false);
    expect(posted).toHaveLength(before);
  });

  test('what is no data is told at once, and nothing is asked', async () => {
    const answer = requestSignature({ order: { lines: () => [] } as unknown as PageApiOrder });
    posted[0]?.reply(HELLO);
    expect(await answer).toMatchObject({ code: 'portal/request-malformed' });
    expect(orders()).toEqual([]);
  });

  test('every question has its own nonce', async () => {
    for (let i = 0; i < 2; i++) {
      void requestSignature({ order });
      await greeted();
    }
    expect(new Set(posted.map(({ question }) => question.nonce)).size).toBe(posted.length);
  });

  test('an abort rejects with its reason, before the extension answered and after', async () => {
    for (const isGreeted of [false, true]) {
      const end = new AbortController();
      const answer = requestSignature({ order, signal: end.signal });
      if (isGreeted) await greeted();
      end.abort(new Error('left the page'));
      await expect(answer).rejects.toThrow('left the page');
      await expect(requestSignature({ order }, { signal: end.signal })).rejects.toThrow('left the page');
    }
    expect(orders().map(({ remarks }) => remarks)).toEqual([['leave']]);
  });

  test('is available when somebody says hello, and not when nobody does', async () => {
    const there = isAvailable();
    posted[0]?.reply(HELLO);
    expect(await there).toBe(true);
    const absent = isAvailable();
    await vi.advanceTimersByTimeAsync(limits.pageApiHelloMs);
    expect(await absent).toBe(false);
  });
});
