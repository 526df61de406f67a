import { describe, expect, it } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
import { frameOf } from '../frames';
import { conversation, hello, idle } from '../tests/support/conversation';

const token = { serial: '1', label: 'l', manufacturer: 'm', model: 'o' };
const login = { module: '/m.so', token, certificate: 'ab'.repeat(32), pin: [49, 50, 51, 52] };
const framed = (body: Uint8Array | string) => {
  const octets = Buffer.from(body);
  const header = Buffer.alloc(4);
  header.writeUInt32LE(octets.length);
  return Buffer.concat([header, octets]);
};
const ask = (id: unknown, command: unknown, params: unknown = {}) => frameOf({ id, command, params });
const fault = (id: number | null, code: string, params: unknown = expect.any(Object)) => ({
  id,
  ok: false,
  fault: { code, params },
});

describe('a session', () => {
  it('begins with the version, before anything is asked', async () => {
    const { said, ended } = await conversation([]);
    expect(said).toEqual([hello]);
    expect(ended).toBe('ended');
  });

  it('answers by the id of the question', async () => {
    const { said } = await conversation([ask(7, 'logout')]);
    expect(said.slice(1)).toEqual([{ id: 7, ok: true, value: {} }]);
  });

  it.each([
    ['no JSON', framed('hello'), null, 'JSON'],
    ['no content', framed(''), null, 'JSON'],
    ['invalid UTF-8', framed(Uint8Array.of(0x22, 0xff, 0x22)), null, 'UTF-8'],
    ['no object', frameOf([1]), null, 'request'],
    ['null', frameOf(null), null, 'request'],
    ['id 0', ask(0, 'logout'), null, 'request'],
    ['a broken id', ask(1.5, 'logout'), null, 'request'],
    ['a text as id', ask('1', 'logout'), null, 'request'],
    ['a huge id', ask(2 ** 40, 'logout'), null, 'request'],
    ['more fields', frameOf({ id: 1, command: 'logout', params: {}, more: 1 }), 1, 'request'],
    ['no command', frameOf({ id: 1, params: {} }), 1, 'request'],
    ['an unknown command', ask(1, 'export'), 1, 'command'],
    ['a command that every object has', ask(1, 'constructor'), 1, 'command'],
    ['a prototype as command', ask(1, '__proto__'), 1, 'command'],
    ['params that are missing', ask(1, 'tokens'), 1, 'tokens'],
    ['params of another command', ask(1, 'tokens', { module: '/m', pin: [1] }), 1, 'tokens'],
    ['a PIN as text', ask(1, 'login', { ...login, pin: '1234' }), 1, 'login'],
    ['a PIN of no length', ask(1, 'login', { ...login, pin: [] }), 1, 'login'],
    ['a PIN that is too long', ask(1, 'login', { ...login, pin: Array(256).fill(49) }), 1, 'login'],
    ['a PIN of no octets', ask(1, 'login', { ...login, pin: [256] }), 1, 'login'],
  ])(
    'attacks.md 95–96: %s is answered with a fault, and the next question is heard',
    async (_, bytes, id, detail) => {
      const { said, ended, asked } = await conversation([bytes, ask(9, 'modules')]);
      expect(said.slice(1)).toEqual([
        fault(id, 'input/malformed', { detail }),
        { id: 9, ok: true, value: { modules: [] } },
      ]);
      expect(ended).toBe('ended');
      expect(asked).toEqual(['modules']);
    },
  );

  it('attacks.md 95: two megabytes are read past', async () => {
    const { said } = await conversation([framed(Buffer.alloc(2_000_000, 32)), ask(2, 'logout')]);
    expect(said.slice(1)).toEqual([
      fault(null, 'host/message-too-large', { bytes: 2_000_000 }),
      { id: 2, ok: true, value: {} },
    ]);
  });

  it('attacks.md 95: behind a length of 4 GiB nothing is heard', async () => {
    const { said, ended, asked } = await conversation([Uint8Array.of(255, 255, 255, 255), ask(2, 'logout')]);
    expect(said.slice(1)).toEqual([fault(null, 'host/message-too-large', { bytes: 0xffffffff })]);
    expect(ended).toBe('unreadable');
    expect(asked).toEqual([]);
  });

  it('attacks.md 95: a message that the end cut off is none', async () => {
    const { said, ended } = await conversation([ask(1, 'logout').subarray(0, -1)]);
    expect([said.length, ended]).toEqual([1, 'ended']);
  });

  it('answers one question at a time', async () => {
    const { said } = await conversation(
      [Buffer.concat([ask(1, 'modules'), ask(2, 'logout')]), ask(3, 'logout')],
      {
        modules: async () => {
          for (let i = 0; i < 50; i++) await Promise.resolve();
          return { modules: [] };
        },
      },
    );
    expect(said.slice(1)).toEqual([
      fault(2, 'host/busy', {}),
      { id: 1, ok: true, value: { modules: [] } },
      { id: 3, ok: true, value: {} },
    ]);
  });

  it('says no more of a foreign error than its class', async () => {
    const { said } = await conversation([ask(1, 'login', login)], {
      login: () => Promise.reject(new RangeError('PIN 1234')),
    });
    expect(said.slice(1)).toEqual([fault(1, 'internal/unexpected', { detail: 'RangeError' })]);
  });

  it('knows no codes but its own', async () => {
    const { said } = await conversation([ask(1, 'modules'), ask(2, 'logout')], {
      modules: () => Promise.reject(new CountersignError('vault/locked')),
      logout: () => Promise.reject(new CountersignError('token/none')),
    });
    expect(said.slice(1)).toEqual([fault(1, 'internal/unexpected'), fault(2, 'token/none', {})]);
  });

  it('never sends more than a browser takes', async () => {
    const der = 'A'.repeat(200_000);
    const certificate = { sha256: 'ab'.repeat(32), der, label: '', hasKey: null };
    const { said } = await conversation([ask(1, 'tokens', { module: '/m.so' }), ask(2, 'logout')], {
      tokens: () =>
        Promise.resolve({
          tokens: [{ certificates: Array.from({ length: 6 }, () => certificate) }],
        } as never),
    });
    expect(said[1]).toEqual(fault(1, 'host/message-too-large'));
    expect(JSON.stringify(said[1]).length).toBeLessThan(limits.hostAnswerMaxBytes);
    expect(said[2]).toEqual({ id: 2, ok: true, value: {} });
  });

  it('overwrites the PIN once it was used', async () => {
    let given: readonly number[] | null = null;
    let seen = '';
    await conversation([ask(1, 'login', login)], {
      login: (params) => {
        given = params.pin;
        seen = String(given);
        return Promise.resolve({ flags: idle.flags, pinPerSignature: false });
      },
    });
    expect(seen).toBe('49,50,51,52');
    expect(given).toEqual([0, 0, 0, 0]);
  });
});
