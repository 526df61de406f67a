// @vitest-environment happy-dom
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import { pageApiRequestSchema } from '../schemas';
import * as v from 'valibot';
import { startBridge } from './bridge';
import { plainJson } from './plain-json';
import type { PageApiAnswer, PageApiOrder, PageApiRequest } from './question';
import type { PageReply } from './wire';

const ORIGIN = 'https://portal.example.com';
const signed: PageApiAnswer = { status: 'signed', orderNumber: '26X100208', cms: 'AAAA' };
const order: PageApiOrder = {
  supplier: {
    name: 'Harbor Wholesale',
    deaNumber: 'RH2222228',
    address: { street: '1 Dock', street2: null, city: 'Reno', state: 'NV', postalCode: '89501' },
  },
  purchaser: { deaNumber: 'FM1234563' },
  lines: [
    {
      ndc: '97104-0552-01',
      itemNumber: null,
      name: 'Oxycodone HCl 5 mg tablet',
      strength: '5 mg',
      form: 'tablet',
      packageSize: 100,
      packages: 2,
      schedule: '2',
    },
  ],
};
const nonce = () => crypto.randomUUID();
const request = (more: object = {}) => ({
  countersign: 'page-api',
  version: 1,
  type: 'request',
  nonce: nonce(),
  order,
  ...more,
});

interface Forged {
  readonly source?: unknown;
  readonly origin?: string;
  readonly ports?: number;
}

/** A window whose messages are dispatched by hand, so that source and origin can be forged. */
function world(forward: (asked: PageApiRequest) => Promise<PageApiAnswer> = () => Promise.resolve(signed)) {
  const target = Object.assign(new EventTarget(), { location: { origin: ORIGIN } });
  const end = new AbortController();
  const asked = vi.fn(forward);
  startBridge({
    window: target as unknown as Window,
    hear: () => Promise.resolve(),
    forward: asked,
    acknowledge: () => Promise.resolve(),
    submitted: () => Promise.resolve(),
    signal: end.signal,
  });
  const replies: PageReply[] = [];
  const say = (data: unknown, { source = target, origin = ORIGIN, ports = 1 }: Forged = {}) => {
    const port = { postMessage: (reply: PageReply) => replies.push(structuredClone(reply)) };
    target.dispatchEvent(
      Object.assign(new Event('message'), {
        data,
        source,
        origin,
        ports: Array.from({ length: ports }, () => port),
      }),
    );
  };
  const answers = () => replies.flatMap((reply) => (reply.type === 'answer' ? [reply.answer] : []));
  return { say, replies, answers, asked, end, target };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('bridge', () => {
  test('says hello at once and answers on the port (control)', async () => {
    const { say, replies, asked } = world();
    say(request());
    await settled();
    expect(replies).toEqual([
      { type: 'hello', version: 1 },
      { type: 'answer', answer: signed },
    ]);
    expect((asked.mock.calls[0]?.[0] as { order: unknown }).order).toEqual(order);
    expect(v.safeParse(pageApiRequestSchema, asked.mock.calls[0]?.[0]).success).toBe(true);
  });

  test.each([
    ['another window', { source: {} }],
    ['another origin', { origin: 'https://evil.example.com' }],
    ['no port', { ports: 0 }],
    ['two ports', { ports: 2 }],
  ])('is silent to %s', async (_, how) => {
    const { say, replies, asked } = world();
    say(request(), how);
    await settled();
    expect(replies).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
  });

  test('is silent in an opaque origin', async () => {
    const { say, replies, target } = world();
    target.location.origin = 'null';
    say(request(), { origin: 'null' });
    await settled();
    expect(replies).toEqual([]);
  });

  test('takes no inherited marker for its own', async () => {
    const { say, replies } = world();
    say(Object.create({ countersign: 'page-api', version: 1, type: 'hello' }));
    await settled();
    expect(replies).toEqual([]);
  });

  test('asks once for a nonce', async () => {
    const { say, answers, asked } = world();
    const question = request();
    say(question);
    say(question);
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(answers()).toContainEqual(
      expect.objectContaining({ status: 'error', code: 'portal/request-malformed' }),
    );
  });

  test.each([
    ['another version', { version: 2 }],
    ['a short nonce', { nonce: 'abc' }],
    ['an order that is text', { order: 'x' }],
    ['50 MB', { order: { name: 'x'.repeat(50_000_000) } }],
    ['deep nesting', { order: JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown }],
    ['a prototype among the members', { order: JSON.parse('{"__proto__":{"packages":9}}') as unknown }],
    ['a date', { order: { lines: new Date(0) } }],
    ['not a number', { order: { packages: NaN } }],
  ])('refuses %s without passing it on', async (_, more) => {
    const { say, answers, asked } = world();
    say(request(more));
    await settled();
    expect(asked).not.toHaveBeenCalled();
    expect(answers()).toEqual([
      expect.objectContaining({ status: 'error', code: 'portal/request-malformed' }),
    ]);
  });

  test('what it passed on is a copy that the page can no longer change', async () => {
    const { say, asked } = world();
    const mine = structuredClone(order) as unknown as { lines: { packages: number }[] };
    say(request({ order: mine }));
    if (mine.lines[0]) mine.lines[0].packages = 99;
    await settled();
    expect((asked.mock.calls[0]?.[0] as { order: PageApiOrder }).order.lines[0]?.packages).toBe(2);
  });

  test('a flood leaves ten questions open', async () => {
    const { say, answers, asked } = world(() => new Promise(() => undefined));
    for (let i = 0; i < 100; i++) say(request());
    await settled();
    expect(asked).toHaveBeenCalledTimes(10);
    expect(answers()).toHaveLength(90);
    expect(answers()[0]).toMatchObject({ code: 'signing/rate-limited' });
  });

  describe('when the worker dies', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    test('asks again with the same nonce', async () => {
      let dead = 2;
      const { say, answers, asked } = world(async () => {
        if (dead-- > 0) throw new Error('message channel closed');
        return signed;
      });
      say(request());
      await vi.advanceTimersByTimeAsync(5_000);
      expect(asked).toHaveBeenCalledTimes(3);
      expect(new Set(asked.mock.calls.map(([one]) => one.nonce)).size).toBe(1);
      expect(answers()).toEqual([signed]);
    });

    test('a fault of the background is an answer', async () => {
      const { say, answers, asked } = world(async () => {
        throw new CountersignError('signing/rate-limited');
      });
      say(request());
      await vi.advanceTimersByTimeAsync(5_000);
      expect(asked).toHaveBeenCalledTimes(1);
      expect(answers()).toEqual([expect.objectContaining({ code: 'signing/rate-limited' })]);
    });
  });

  test('ends with its signal', async () => {
    const { say, replies, end } = world();
    end.abort();
    say(request());
    await settled();
    expect(replies).toEqual([]);
  });
});

describe('plain data', () => {
  test('a getter is read once', () => {
    let reads = 0;
    const tricky = {
      get packages() {
        return ++reads;
      },
    };
    expect(plainJson(tricky)?.copy).toEqual({ packages: 1 });
    expect(reads).toBe(1);
  });

  test('nothing reaches Object.prototype', () => {
    expect(plainJson(JSON.parse('{"constructor":{"prototype":{"hacked":1}}}'))).toBeNull();
    expect(({} as Record<string, unknown>).hacked).toBeUndefined();
  });

  test('a cycle is refused', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(plainJson(loop)).toBeNull();
  });

  test('objects of the page’s own realm are plain too, as Firefox hands them over; dates and instances are not', () => {
    const fromPage = runInNewContext('({ packages: 1, lines: [{ ndc: null }] })') as object;
    expect(Object.getPrototypeOf(fromPage)).not.toBe(Object.prototype);
    expect(plainJson(fromPage)?.copy).toEqual({ packages: 1, lines: [{ ndc: null }] });
    for (const other of ['new Date()', 'new (class Order {})()', 'new Map()'])
      expect(plainJson(runInNewContext(other)), other).toBeNull();
  });
});

describe('schema of a question', () => {
  const line = order.lines[0];
  const parse = (changed: object) =>
    v.safeParse(pageApiRequestSchema, { version: 1, nonce: nonce(), order: { ...order, ...changed } })
      .success;
  test('takes the order (control)', () => expect(parse({})).toBe(true));
  test.each([
    ['packages as text', { lines: [{ ...line, packages: '2' }] }],
    ['packages 1.5', { lines: [{ ...line, packages: 1.5 }] }],
    ['packages 0', { lines: [{ ...line, packages: 0 }] }],
    ['packages −0', { lines: [{ ...line, packages: -0 }] }],
    ['packages 1e9', { lines: [{ ...line, packages: 1e9 }] }],
    ['no lines', { lines: [] }],
    ['a member that nobody reads', { lines: [{ ...line, note: 'x' }] }],
    ['a name too long to be shown', { lines: [{ ...line, name: 'x'.repeat(301) }] }],
  ])('refuses %s', (_, changed) => expect(parse(changed)).toBe(false));
});
