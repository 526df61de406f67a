import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '@/lib/base';
import { hello, loggedIn, scriptedDoor, tokenName } from '@/tests/support/scripted-host';
import { openHost } from './open-host';
import { withHost } from './with-host';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const modules = { modules: [{ name: 'OpenSC', path: '/usr/lib/opensc-pkcs11.so', found: true }] };

describe('the hello', () => {
  it('is waited for, and its version told', async () => {
    const { door, hosts } = scriptedDoor();
    expect((await openHost(door)).version).toBe('1.2.3');
    expect(hosts[0]?.closed).toBe(false);
  });

  it('isn’t asked for where the user did not allow it', async () => {
    const { door, hosts } = scriptedDoor({ allowed: false });
    await expect(openHost(door)).rejects.toMatchObject({ code: 'host/not-permitted' });
    expect(hosts).toHaveLength(0);
  });

  it.each([
    ['host/too-old', { ...hello, protocol: hello.protocol - 1 }],
    ['host/too-new', { ...hello, protocol: hello.protocol + 1 }],
  ])('of another protocol is %s', async (code, said) => {
    const { door, hosts } = scriptedDoor({ start: (host) => host.say(said) });
    await expect(openHost(door)).rejects.toMatchObject({ code, params: { version: '1.2.3' } });
    expect(hosts[0]?.closed).toBe(true);
  });

  it.each([
    ['of another program', { ...hello, hello: 'web-eid' }],
    ['of no form', 'Hello'],
    ['that is an answer', { id: 1, ok: true, value: {} }],
    ['without a version', { ...hello, version: undefined }],
  ])('%s is garbled', async (_, said) => {
    const { door, hosts } = scriptedDoor({ start: (host) => host.say(said) });
    await expect(openHost(door)).rejects.toMatchObject({ code: 'host/garbled' });
    expect(hosts[0]?.closed).toBe(true);
  });

  it('that doesn’t come is slow', async () => {
    const { door, hosts } = scriptedDoor({ start: () => undefined });
    const opened = expect(openHost(door)).rejects.toMatchObject({
      code: 'host/slow',
      params: { step: 'starting' },
    });
    await pass(limits.hostStartMs - 1);
    expect(hosts[0]?.closed).toBe(false);
    await pass(1);
    await opened;
    expect(hosts[0]?.closed).toBe(true);
  });
});

describe('a port that ends', () => {
  it.each([
    ['host/missing', 'Specified native messaging host not found.'],
    ['host/missing', 'Failed to start native messaging host.'],
    ['host/missing', 'No such native application countersign.host'],
    ['host/forbidden', 'Access to the specified native messaging host is forbidden.'],
    ['host/crashed', 'Native host has exited.'],
    ['host/crashed', 'Error when communicating with the native messaging host.'],
    ['host/crashed', 'An unexpected error occurred'],
    ['host/crashed', null],
  ])('is %s: %s', async (code, reason) => {
    const { door } = scriptedDoor({ start: (host) => host.end(reason) });
    await expect(openHost(door)).rejects.toMatchObject({ code });
  });

  it('ends everything that is asked of it, and will be', async () => {
    const { door, hosts } = scriptedDoor();
    const host = await openHost(door);
    const asked = [host.ask('modules', {}), host.ask('diagnose', {})];
    await pass(0);
    expect(hosts[0]?.heard).toHaveLength(1);
    hosts[0]?.end('Native host has exited.');
    for (const one of [...asked, host.ask('modules', {})])
      await expect(one).rejects.toMatchObject({ code: 'host/crashed' });
    expect(hosts[0]?.heard).toHaveLength(1);
  });

  it('and refuses what is posted before it has told so, is a crash too', async () => {
    const { door } = scriptedDoor();
    const host = await openHost({
      ...door,
      connect: () => {
        const port = door.connect();
        const post = () => {
          throw new Error('Attempting to use a disconnected port object');
        };
        return { ...port, post };
      },
    });
    await expect(host.ask('modules', {})).rejects.toMatchObject({ code: 'host/crashed' });
  });
});

describe('asking', () => {
  it('answers the value, and one question at a time', async () => {
    const { door, hosts } = scriptedDoor();
    const host = await openHost(door);
    const [first, second] = [host.ask('modules', {}), host.ask('diagnose', {})];
    await pass(0);
    expect(hosts[0]?.heard).toEqual([{ id: 1, command: 'modules', params: {} }]);
    hosts[0]?.answer({ id: 1, command: 'modules', params: {} }, modules);
    await expect(first).resolves.toEqual(modules);
    await pass(0);
    expect(hosts[0]?.heard[1]).toEqual({ id: 2, command: 'diagnose', params: {} });
    hosts[0]?.answer({ id: 2, command: 'diagnose', params: {} }, { checks: [] });
    await expect(second).resolves.toEqual({ checks: [] });
  });

  it('gives the host’s own fault, and goes on', async () => {
    const { door, hosts } = scriptedDoor({
      asked: (request, host) =>
        request.command === 'tokens'
          ? host.refuse(request, 'token/module-missing', { path: '/no' })
          : host.answer(request, modules),
    });
    const host = await openHost(door);
    await expect(host.ask('tokens', { module: '/no' })).rejects.toMatchObject({
      code: 'token/module-missing',
      params: { path: '/no' },
    });
    await expect(host.ask('modules', {})).resolves.toEqual(modules);
    expect(hosts).toHaveLength(1);
  });

  it('takes a fault without a number for the question under way', async () => {
    const { door } = scriptedDoor({
      asked: (_, host) =>
        host.say({ id: null, ok: false, fault: { code: 'host/message-too-large', params: { bytes: 9 } } }),
    });
    const host = await openHost(door);
    await expect(host.ask('modules', {})).rejects.toMatchObject({ code: 'host/message-too-large' });
  });

  it.each([
    ['a value of another form', { id: 1, ok: true, value: { modules: [{ name: 'x' }] } }],
    ['more than was meant', { id: 1, ok: true, value: { ...modules, extra: 1 } }],
    ['another number', { id: 2, ok: true, value: modules }],
    ['no number', { id: null, ok: true, value: modules }],
    ['an unknown code', { id: 1, ok: false, fault: { code: 'vault/locked', params: {} } }],
    [
      'a fault with parameters that are none',
      { id: 1, ok: false, fault: { code: 'host/busy', params: 'x' } },
    ],
    ['no answer at all', 'yes'],
    ['nothing', null],
  ])('is garbled by %s, and the host ended', async (_, said) => {
    const { door, hosts } = scriptedDoor({ asked: (__, host) => host.say(said) });
    const host = await openHost(door);
    await expect(host.ask('modules', {})).rejects.toMatchObject({
      code: 'host/garbled',
      params: { detail: 'listing drivers' },
    });
    expect(hosts[0]?.closed).toBe(true);
    await expect(host.ask('modules', {})).rejects.toMatchObject({ code: 'host/garbled' });
  });

  it('is garbled by what nobody asked for', async () => {
    const { door, hosts } = scriptedDoor();
    const host = await openHost(door);
    hosts[0]?.say({ id: 7, ok: true, value: {} });
    await expect(host.ask('modules', {})).rejects.toMatchObject({ code: 'host/garbled' });
    expect(hosts[0]?.closed).toBe(true);
  });

  it.each([
    ['modules', {}, limits.hostListMs],
    ['diagnose', {}, limits.hostDiagnoseMs],
    ['clock', { servers: ['time.example'] }, limits.hostClockMs],
    ['sign', { certificate: 'a'.repeat(64), algorithm: 'ecdsa', digest: '' }, limits.hostSignMs],
  ] as const)('%s is slow after its own time, a little after the host’s', async (command, params, ms) => {
    const { door, hosts } = scriptedDoor();
    const host = await openHost(door);
    const slow = expect(host.ask(command, params as never)).rejects.toMatchObject({ code: 'host/slow' });
    await pass(ms + limits.hostMarginMs - 1);
    expect(hosts[0]?.closed).toBe(false);
    await pass(1);
    await slow;
    expect(hosts[0]?.closed).toBe(true);
  });

  it('waits for a keypad longer than for a PIN', async () => {
    const login = async (pin: number[] | null) => {
      const { door, hosts } = scriptedDoor();
      const host = await openHost(door);
      const asked = host.ask('login', { module: '/m', token: tokenName, certificate: 'a'.repeat(64), pin });
      const slow = expect(asked).rejects.toMatchObject({ code: 'host/slow' });
      await pass(limits.hostLoginMs + limits.hostMarginMs);
      const closedThen = hosts[0]?.closed;
      await pass(limits.hostPinPadMs);
      await slow;
      return closedThen;
    };
    expect(await login([49])).toBe(true);
    expect(await login(null)).toBe(false);
  });

  it('overwrites a PIN as soon as it is on its way', async () => {
    const { door, hosts } = scriptedDoor();
    const host = await openHost(door);
    const pin = [49, 50, 51, 52];
    const asked = host.ask('login', { module: '/m', token: tokenName, certificate: 'a'.repeat(64), pin });
    await pass(0);
    expect(hosts[0]?.heard[0]?.params).toMatchObject({ pin: [49, 50, 51, 52] });
    expect(pin).toEqual([0, 0, 0, 0]);
    hosts[0]?.answer({ id: 1, command: 'login', params: {} }, loggedIn);
    await expect(asked).resolves.toEqual(loggedIn);
  });

  it('overwrites a PIN that never went', async () => {
    const { door } = scriptedDoor();
    const host = await openHost(door);
    host.close();
    const pin = [49];
    const asked = host.ask('login', { module: '/m', token: tokenName, certificate: 'a'.repeat(64), pin });
    await expect(asked).rejects.toMatchObject({ code: 'host/crashed' });
    expect(pin).toEqual([0]);
  });
});

describe('a host for one piece of work', () => {
  it.each(['done', 'failed'])('ends with it, %s', async (how) => {
    const { door, hosts } = scriptedDoor();
    const work = withHost(door, () => (how === 'done' ? Promise.resolve(1) : Promise.reject(new Error('x'))));
    await Promise.allSettled([work]);
    expect(hosts[0]?.closed).toBe(true);
  });
});
