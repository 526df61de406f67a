// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { CountersignError, errorCodes, limits } from '@/lib/base';
import { startBridge, type BridgeOptions } from './bridge';
import { pageApiCodes } from './codes';
import { isHeardFrame } from './heard-frame';
import type { PageApiAnswer } from './question';
import { siteCode } from './site-code';
import type { PageRemark, PageReply } from './wire';

const ORIGIN = 'https://portal.example.com';
const signed: PageApiAnswer = { status: 'signed', orderNumber: '26X100208', cms: 'AAAA' };
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const question = (more: object) => ({
  ...{ countersign: 'page-api', version: 1, type: 'request', nonce: crypto.randomUUID() },
  ...more,
});

/** A window, and a port at which the module's remarks can be made by hand. */
function world(options: Partial<BridgeOptions> = {}) {
  const target = Object.assign(new EventTarget(), { location: { origin: ORIGIN } });
  const asked = {
    hear: vi.fn(options.hear ?? (() => Promise.resolve())),
    forward: vi.fn(options.forward ?? (() => Promise.resolve(signed))),
    acknowledge: vi.fn(options.acknowledge ?? (() => Promise.resolve())),
    submitted: vi.fn(options.submitted ?? (() => Promise.resolve())),
  };
  startBridge({ window: target as unknown as Window, ...asked, signal: new AbortController().signal });
  const say = (data: unknown) => {
    const replies: PageReply[] = [];
    const port = {
      postMessage: (reply: PageReply) => replies.push(structuredClone(reply)),
      onmessage: null as ((event: { data: unknown }) => void) | null,
    };
    const event = { data, source: target, origin: ORIGIN, ports: [port] };
    target.dispatchEvent(Object.assign(new Event('message'), event));
    return { replies, remark: (data: PageRemark | null) => port.onmessage?.({ data }) };
  };
  return { say, ...asked };
}

describe('who may ask', () => {
  test.each([
    ['a site that isn’t allowed, or no longer', 'message/forbidden-sender'],
    ['a site under which the extension was updated', 'message/version-mismatch'],
  ] as const)('%s hears nothing at all', async (_, code) => {
    const { say, forward } = world({ hear: () => Promise.reject(new CountersignError(code)) });
    const heard = [
      question({ type: 'hello' }),
      question({ xml: '<a/>' }),
      question({ version: 9 }),
      question({ type: 'submitted' }),
    ].map(say);
    await settled();
    expect(heard.flatMap(({ replies }) => replies)).toEqual([]);
    expect(forward).not.toHaveBeenCalled();
  });

  test('a worker that just died is asked once more before nothing is said', async () => {
    let dead = 1;
    const { say } = world({
      hear: () => (dead-- > 0 ? Promise.reject(new Error('channel closed')) : Promise.resolve()),
    });
    const { replies } = say(question({ type: 'hello' }));
    await vi.waitFor(() => expect(replies).toEqual([{ type: 'hello', version: 1 }]), { timeout: 1_000 });
  });

  test('a flood of hellos is one question to the background', async () => {
    const { say, hear } = world();
    for (let i = 0; i < 500; i++) say(question({ type: 'hello' }));
    await settled();
    expect(hear).toHaveBeenCalledTimes(1);
  });
});

describe('an order in a document', () => {
  test.each([{ xml: '<CSOSOrderRequest/>' }, { x12: 'ISA*00*' }])('%j is passed on as text', async (form) => {
    const { say, forward } = world();
    say(question(form));
    await settled();
    expect(forward.mock.calls[0]?.[0]).toEqual({ version: 1, nonce: expect.any(String) as string, ...form });
  });

  test.each([
    ['two forms', { xml: '<a/>', x12: 'ISA' }, 'portal/request-malformed'],
    ['an order beside a document', { order: {}, xml: '<a/>' }, 'portal/request-malformed'],
    ['no form', {}, 'portal/request-malformed'],
    ['a document that is no text', { xml: { toString: '<a/>' } }, 'portal/request-malformed'],
    ['too much text', { x12: 'x'.repeat(limits.pageMessageMaxBytes + 1) }, 'portal/request-too-large'],
  ])('%s is refused before it is passed on', async (_, form, code) => {
    const { say, forward } = world();
    const { replies } = say(question(form));
    await settled();
    expect(forward).not.toHaveBeenCalled();
    expect(replies.at(-1)).toMatchObject({ answer: { status: 'error', code } });
  });
});

describe('what became of the answer', () => {
  test('is brought to the background once, when the module has the signed order', async () => {
    const { say, acknowledge } = world();
    const asked = question({ xml: '<a/>' });
    const { remark } = say(asked);
    remark({ type: 'ack' });
    await settled();
    expect(acknowledge).not.toHaveBeenCalled();
    remark({ type: 'ack' });
    remark({ type: 'ack' });
    await settled();
    expect(acknowledge.mock.calls).toEqual([[asked.nonce]]);
  });

  test('isn’t acknowledged where nothing was signed', async () => {
    const { say, acknowledge } = world({
      forward: () => Promise.resolve({ status: 'refused', reason: 'x' }),
    });
    const { remark } = say(question({ xml: '<a/>' }));
    await settled();
    remark({ type: 'ack' });
    remark(null);
    await settled();
    expect(acknowledge).not.toHaveBeenCalled();
  });

  test('whoever left makes room for the next question', async () => {
    const { say, forward } = world({ forward: () => new Promise(() => undefined) });
    const open = Array.from({ length: 10 }, () => say(question({ xml: '<a/>' })));
    await settled();
    const refused = say(question({ xml: '<a/>' }));
    await settled();
    expect(refused.replies.at(-1)).toMatchObject({ answer: { code: 'signing/rate-limited' } });
    open[0]?.remark({ type: 'leave' });
    await settled();
    say(question({ xml: '<a/>' }));
    await settled();
    expect(forward).toHaveBeenCalledTimes(11);
    expect(open[0]?.replies).toEqual([{ type: 'hello', version: 1 }]);
  });

  test('that the server took it is noted, or said why not', async () => {
    const noted = world();
    const asked = question({ type: 'submitted' });
    const { replies } = noted.say(asked);
    await settled();
    expect(noted.submitted.mock.calls).toEqual([[asked.nonce]]);
    expect(replies.at(-1)).toEqual({ type: 'answer', answer: { status: 'noted' } });
    const unknown = world({
      submitted: () => Promise.reject(new CountersignError('signing/request-unknown')),
    }).say(question({ type: 'submitted' }));
    await settled();
    expect(unknown.replies.at(-1)).toMatchObject({ answer: { code: 'internal/unexpected' } });
  });
});

describe('codes that a site can be answered with', () => {
  test('are of its table, whatever went wrong', () => {
    for (const code of errorCodes) expect(pageApiCodes).toContain(siteCode(code));
    for (const code of pageApiCodes) expect(siteCode(code)).toBe(code);
  });

  test('tell nothing of the pharmacy’s own troubles', () => {
    for (const code of [
      'vault/wrong-password',
      'archive/storage-full',
      'people/left',
      'certificate/revoked',
    ] as const)
      expect(siteCode(code)).toBe('internal/unexpected');
  });
});

describe('frames', () => {
  const frame = (origin: string, parent?: object): Window => {
    const self = { location: { origin } } as Record<string, unknown>;
    self.parent = parent ?? self;
    self.top = parent ? (parent as Window).top : self;
    return self as unknown as Window;
  };
  const opaque = (parent: object): Window =>
    Object.defineProperty(frame(ORIGIN, parent), 'location', {
      get: () => {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    });
  const top = frame('https://hub.example.com');

  test.each([
    ['the page itself', true, frame(ORIGIN)],
    ['a frame in a page, which the background looks at', true, frame(ORIGIN, top)],
    ['a frame within frames of its own site', true, frame(ORIGIN, frame(ORIGIN, frame(ORIGIN, top)))],
    ['a frame within another site’s', false, frame(ORIGIN, frame('https://evil.example.com', top))],
    ['a frame within one that nobody may look into', false, frame(ORIGIN, opaque(top))],
    ['an own frame within such a one', false, frame(ORIGIN, frame(ORIGIN, opaque(top)))],
  ])('%s is heard: %s', (_, isHeard, window) => expect(isHeardFrame(window)).toBe(isHeard));
});
