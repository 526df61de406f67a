import { describe, expect, it, vi } from 'vitest';
import type { SenderKind } from '@/lib/messages';
import { createDispatcher, type Handlers } from '@/lib/messages/background';
import { matchesHost } from '@/lib/portal';

const VERSION = '0.1.0';

/** A background that says who was heard; `sender` is what the browser says of who sends. */
function background() {
  const heard = vi.fn(() => Promise.resolve(undefined));
  const handlers = new Proxy({}, { get: () => heard }) as Handlers<SenderKind | null>;
  const dispatch = createDispatcher<SenderKind | null>(
    VERSION,
    async (sender) => sender,
    handlers,
    () => {},
  );
  const send = async (sender: SenderKind | null, name: string, payload: unknown, countersign = VERSION) => {
    const answer = await dispatch({ countersign, name, payload }, sender);
    return answer === null ? 'not ours' : answer.ok ? 'heard' : answer.fault.code;
  };
  return { heard, send };
}
const approval = {
  ...{ requestId: 'r', document: 'd', edits: { certificate: 'c', lines: {}, supplier: {} } },
  ...{ reason: null, lowered: null },
};

describe('attacks.md 69: a forged message of our own kind', () => {
  it('control: each message is heard of whom it belongs to', async () => {
    const { send, heard } = background();
    expect(await send('page', 'sign.approve', approval)).toBe('heard');
    expect(await send('content', 'page.gone', {})).toBe('heard');
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it.each(['sign.approve', 'sign.open', 'sign.lock', 'sign.held', 'archive.changed', 'due.get'])(
    '%s isn’t heard of a supplier’s page',
    async (name) => {
      const { send, heard } = background();
      expect(await send('content', name, approval)).toBe('message/forbidden-sender');
      expect(heard).not.toHaveBeenCalled();
    },
  );

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'sign.approve ', ''])(
    'a name that is no message is none: %j',
    async (name) => {
      const { send, heard } = background();
      expect(await send('page', name, {})).toBe('message/malformed');
      expect(heard).not.toHaveBeenCalled();
    },
  );

  it('of another version, or with another form, isn’t heard', async () => {
    const { send, heard } = background();
    expect(await send('page', 'sign.approve', approval, '0.0.9')).toBe('message/version-mismatch');
    expect(await send('page', 'sign.approve', { ...approval, document: 7 })).toBe('message/malformed');
    expect(await send('content', 'page.act', { action: 'sign', page: {} })).toBe('message/malformed');
    expect(heard).not.toHaveBeenCalled();
  });
});

it('attacks.md 72: another extension, or a site that isn’t allowed, is heard with nothing', async () => {
  const { send, heard } = background();
  for (const name of ['page.seen', 'page.api', 'page.hello', 'sign.approve', 'due.get'])
    expect(await send(null, name, approval)).toBe('message/forbidden-sender');
  expect(heard).not.toHaveBeenCalled();
});

it('attacks.md 70: an address that only looks like an allowed one is another place', () => {
  expect(matchesHost('ok.example', 'https://ok.example/cart')).toBe(true);
  for (const url of [
    'https://ok.example.evil.com/',
    'https://ok.example@evil.com/',
    'https://user@ok.example/',
    'http://ok.example/',
    'https://ok.example./',
    'https://ok.example:8443/',
    'https://\u043ek.example/',
    'https://evil-ok.example/',
    'https://sub.ok.example/',
    'data:text/html,ok.example',
    'blob:https://ok.example/1',
    'file:///ok.example',
  ])
    expect([url, matchesHost('ok.example', url)]).toEqual([url, false]);
});
