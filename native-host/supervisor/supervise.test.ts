import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
import { legMs, type CommandParams } from '@/lib/host';
import { frameOf, parseBody, readFrames } from '../frames';
import { idle } from '../tests/support/conversation';
import type { ChildLink } from './child-link';
import { moduleEnvironment } from './module-environment';
import { supervise } from './supervise';

interface Asked {
  readonly id: number;
  readonly command: string;
  readonly params: { pin?: number[] | null };
}
const token = { serial: '1', label: 'l', manufacturer: 'm', model: 'o' };
const login: CommandParams<'login'> = { module: '/m', token, certificate: 'ab'.repeat(32), pin: [49, 50] };

/** A child that answers by `answer`, or is silent where that gives undefined. */
function pretended(answer: (asked: Asked) => unknown) {
  const children: { link: ChildLink; killed: boolean; sent: Uint8Array[] }[] = [];
  const start = (): ChildLink => {
    const requests = new PassThrough();
    const answers = new PassThrough();
    const sent: Uint8Array[] = [];
    const write = requests.write.bind(requests) as (chunk: Uint8Array, done: () => void) => boolean;
    requests.write = ((chunk: Uint8Array, done: () => void) => {
      sent.push(chunk);
      return write(new Uint8Array(chunk), done);
    }) as typeof requests.write;
    const link = {
      requests,
      answers,
      kill: () => {
        child.killed = true;
        answers.end();
      },
    };
    const child = { link, killed: false, sent };
    children.push(child);
    void (async () => {
      for await (const frame of readFrames(requests, 100_000)) {
        if (frame.kind !== 'message') continue;
        const said = answer(parseBody(frame.body) as Asked);
        if (said !== undefined && !child.killed)
          answers.write(said instanceof Uint8Array ? said : frameOf(said));
      }
    })();
    return link;
  };
  return { start, children };
}
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no fault',
    (error: unknown) => (error instanceof CountersignError ? error.code : error),
  );

it('starts no child before one is needed, and keeps it', async () => {
  const { start, children } = pretended(({ id }) => ({ id, ok: true, value: { tokens: [] } }));
  const supervisor = supervise(start);
  expect(children).toHaveLength(0);
  await supervisor.ask('tokens', { module: '/m' });
  await supervisor.ask('tokens', { module: '/m' });
  expect(children).toHaveLength(1);
  supervisor.end();
  expect(children[0]?.killed).toBe(true);
});

it('kills a child that is silent for its leg, says so, and starts another', async () => {
  let hangs = true;
  const { start, children } = pretended(({ id }) =>
    hangs ? undefined : { id, ok: true, value: { tokens: [] } },
  );
  const supervisor = supervise(start, () => 30);
  expect(await codeOf(supervisor.ask('tokens', { module: '/m' }))).toBe('token/module-hangs');
  expect(children[0]?.killed).toBe(true);
  hangs = false;
  expect(await supervisor.ask('tokens', { module: '/m' })).toEqual({ tokens: [] });
  expect(children).toHaveLength(2);
});

it('asks one thing at a time', async () => {
  const { start } = pretended(() => undefined);
  const supervisor = supervise(start);
  const first = codeOf(supervisor.ask('tokens', { module: '/m' }));
  expect(await codeOf(supervisor.ask('logout', {}))).toBe('host/busy');
  supervisor.end();
  expect(await first).toBe('token/module-crashed');
});

it('doesn’t wait for a child that is at something when it ends', async () => {
  const { start, children } = pretended(() => undefined);
  const supervisor = supervise(start);
  const first = codeOf(supervisor.ask('tokens', { module: '/m' }));
  await supervisor.farewell();
  expect(children[0]?.killed).toBe(true);
  expect(children[0]?.link.requests.writableEnded).toBe(false);
  expect(await first).toBe('token/module-crashed');
});

it('hands on what the child refuses, and never asks twice', async () => {
  const { start, children } = pretended(({ id }) => ({
    id,
    ok: false,
    fault: { code: 'token/wrong-pin', params: {} },
  }));
  const supervisor = supervise(start);
  expect(await codeOf(supervisor.ask('login', login))).toBe('token/wrong-pin');
  expect(children[0]?.sent).toHaveLength(1);
  expect(children[0]?.killed).toBe(false);
});

it.each([
  ['no frame', Uint8Array.of(255, 255, 255, 255)],
  ['no JSON', Uint8Array.of(1, 0, 0, 0, 33)],
  ['a code that no host has', { id: 1, ok: false, fault: { code: 'vault/locked', params: {} } }],
  ['a value of another form', { id: 1, ok: true, value: { tokens: [1] } }],
  ['another id', { id: 2, ok: true, value: { tokens: [] } }],
])('ends a child that answers with %s', async (_, said) => {
  const { start, children } = pretended(() => said);
  expect(await codeOf(supervise(start).ask('tokens', { module: '/m' }))).toBe('host/garbled');
  expect(children[0]?.killed).toBe(true);
});

it('overwrites the frame that carried a PIN', async () => {
  const { start, children } = pretended(({ id }) => ({
    id,
    ok: true,
    value: { flags: idle.flags, pinPerSignature: false },
  }));
  await supervise(start).ask('login', login);
  const [frame] = children[0]?.sent ?? [];
  expect(frame?.length).toBeGreaterThan(50);
  expect(frame?.every((octet) => octet === 0)).toBe(true);
});

it('gives whoever enters a PIN at the token’s keypad their time', async () => {
  const sign: CommandParams<'sign'> = { certificate: '', algorithm: 'ecdsa', digest: '' };
  expect(legMs('login', login)).toBe(limits.hostLoginMs);
  expect(legMs('login', { ...login, pin: null })).toBe(limits.hostPinPadMs);
  expect(legMs('sign', sign)).toBe(limits.hostSignMs);
  const given: boolean[] = [];
  const { start } = pretended(({ id, command }) => ({
    id,
    ok: true,
    value: command === 'login' ? { flags: idle.flags, pinPerSignature: true } : { signature: '' },
  }));
  const supervisor = supervise(start, (command, params, keypad) => {
    if (command === 'sign') given.push(keypad);
    return legMs(command, params, keypad);
  });
  for (const pin of [null, [49]]) {
    await supervisor.ask('login', { ...login, pin });
    await supervisor.ask('sign', sign);
  }
  expect(given).toEqual([true, false]);
  expect(legMs('sign', sign, true)).toBe(limits.hostPinPadMs);
});

it('leaves a module what it needs of the environment', () => {
  const given = { HOME: '/h', LC_ALL: 'C', Path: 'C:\\', LD_PRELOAD: 'x', NODE_OPTIONS: 'x', TOKEN: 'x' };
  expect(moduleEnvironment(given)).toEqual({ HOME: '/h', LC_ALL: 'C', Path: 'C:\\' });
});
