import { chmodSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answerSchema, helloSchema } from '@/lib/host';
import { frameOf } from '../frames';
import {
  buildWithFakeChild,
  CHROMIUM,
  isAlive,
  startHost,
  type BuiltHost,
  type RunningHost,
} from './support/host-process';
import { bentSession } from './support/bent-session';

let built: BuiltHost;
const started: RunningHost[] = [];
beforeAll(async () => {
  built = await buildWithFakeChild();
});
afterEach(async () => {
  for (const host of started.splice(0)) {
    host.kill('SIGKILL');
    await host.ended;
  }
});
afterAll(() => {
  built.remove();
});
function start(args?: readonly string[], env?: NodeJS.ProcessEnv): RunningHost {
  const host = startHost(built.script, args, env);
  started.push(host);
  return host;
}
const code = (name: string) => ({ ok: false, fault: { code: name } });
const token = { serial: '', label: '', manufacturer: '', model: '' };
const login = { module: '/m.so', token, certificate: 'ab'.repeat(32), pin: [49, 50, 51, 52] };

async function childOf(host: RunningHost): Promise<number> {
  const answer = (await host.ask('tokens', { module: '/m' })) as unknown as {
    value: { tokens: { label: string; model: string }[] };
  };
  return Number(answer.value.tokens[0]?.label);
}
async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100 && isAlive(pid); i++) await wait(20);
  return !isAlive(pid);
}

describe('attacks.md 94: who isn’t the extension hears nothing', () => {
  it.each([
    ['nobody', []],
    ['another extension', ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/']],
    ['a wildcard', ['chrome-extension://*/']],
  ])('%s', async (_, args) => {
    const host = start(args);
    host.write(frameOf({ id: 1, command: 'modules', params: {} }));
    expect(await host.ended).toEqual({ code: 1, signal: null });
    expect(host.said).toEqual([]);
    expect(host.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('the extension is greeted before it asks', async () => {
    const host = start();
    const hello = await host.until(() => host.said[0]);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(v.parse(helloSchema, hello)).toMatchObject({ version, protocol: 1, arch: process.arch });
    host.close();
    expect(await host.ended).toEqual({ code: 0, signal: null });
    expect(host.stderr).toBe('');
  });
});

it.skipIf(process.platform === 'win32')(
  'attacks.md 96: a host that others may change serves nobody, and says why',
  async () => {
    chmodSync(built.script, 0o666);
    const host = start();
    expect(await host.ended).toEqual({ code: 1, signal: null });
    expect(host.said).toEqual([]);
    expect(host.stderr).toContain(built.script);
    chmodSync(built.script, 0o644);
    const again = start();
    expect(await again.until(() => again.said[0])).toMatchObject({ hello: 'countersign-host' });
  },
);

describe('attacks.md 95: over a real pipe', () => {
  it('garbage is answered once, and the host ends', async () => {
    const host = start();
    host.write(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    expect(await host.ended).toMatchObject({ signal: null });
    expect(host.said).toHaveLength(2);
    expect(host.said[1]).toMatchObject({ id: null, ...code('host/message-too-large') });
  });

  it('two megabytes are refused, and the next question is answered', async () => {
    const host = start();
    const large = Buffer.alloc(2_000_004, 32);
    large.writeUInt32LE(2_000_000);
    host.write(large);
    expect(await host.ask('modules')).toMatchObject({ ok: true });
    expect(await host.answerTo(null)).toMatchObject(code('host/message-too-large'));
  });

  it('whatever is sent, every answer fits the protocol, and the host ends when its input does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bentSession, { minLength: 30, maxLength: 40 }), async (sessions) => {
        const host = start();
        await host.until(() => host.said[0]);
        for (const session of sessions) host.write(session);
        host.close();
        const { signal } = await host.ended;
        expect(signal).toBe(null);
        expect(host.stderr).toBe('');
        for (const answer of host.said.slice(1)) v.parse(answerSchema, answer);
      }),
      { numRuns: 8, seed: 20260101 },
    );
  });
});

describe('the module’s process', () => {
  it('is ended with the input, at once, also while its module hangs', async () => {
    const host = start();
    const child = await childOf(host);
    expect(isAlive(child)).toBe(true);
    host.write(frameOf({ id: 1, command: 'tokens', params: { module: '/hang' } }));
    await wait(50);
    const since = performance.now();
    host.close();
    expect(await host.ended).toEqual({ code: 0, signal: null });
    expect(await gone(child)).toBe(true);
    expect(performance.now() - since).toBeLessThan(5_000);
  });

  it.runIf(process.platform === 'linux')(
    'dies with a host that is killed, also while its module hangs',
    async () => {
      const host = start();
      const child = await childOf(host);
      host.write(frameOf({ id: 1, command: 'tokens', params: { module: '/hang' } }));
      await wait(50);
      host.kill('SIGKILL');
      await host.ended;
      expect(await gone(child)).toBe(true);
    },
  );

  it.each(['/crash', '/exit'])(
    'that dies midway (%s) is a crash; the next question gets a new one',
    async (module) => {
      const host = start();
      const first = await childOf(host);
      expect(await host.ask('login', login)).toMatchObject({ ok: true });
      expect(await host.ask('tokens', { module })).toMatchObject(code('token/module-crashed'));
      const answer = (await host.ask('tokens', { module: '/m' })) as unknown as {
        value: { tokens: { label: string; model: string }[] };
      };
      expect(answer.value.tokens[0]?.label).not.toBe(String(first));
      expect(answer.value.tokens[0]?.model).toBe('');
    },
  );

  it('that is killed from outside midway is a crash', async () => {
    const host = start();
    const child = await childOf(host);
    const answer = host.ask('tokens', { module: '/hang' });
    await wait(50);
    process.kill(child, 'SIGKILL');
    expect(await answer).toMatchObject(code('token/module-crashed'));
  });

  it.each(['/garbage', '/lies', '/another'])('that answers %s is ended', async (module) => {
    const host = start();
    const child = await childOf(host);
    expect(await host.ask('tokens', { module })).toMatchObject(code('host/garbled'));
    expect(await gone(child)).toBe(true);
  });

  it('prints to nobody: neither the protocol nor the browser’s log sees it', async () => {
    const host = start();
    await childOf(host);
    host.close();
    await host.ended;
    expect(host.stderr + JSON.stringify(host.said)).not.toMatch(/printed|1234/);
  });

  it('gets of the environment what modules need, and nothing that changes how it is loaded', async () => {
    const host = start([CHROMIUM], {
      SOFTHSM2_CONF: '/c',
      SECRET: 's',
      NODE_DEBUG: 'x',
      LD_LIBRARY_PATH: '/l',
    });
    const answer = (await host.ask('tokens', { module: '/environment' })) as unknown as {
      value: { tokens: { model: string }[] };
    };
    const names = answer.value.tokens[0]?.model.split(',') ?? [];
    expect(names).toEqual(expect.arrayContaining(['PATH', 'SOFTHSM2_CONF']));
    expect(names.filter((name) => /SECRET|NODE|LD_|npm|VITEST/i.test(name))).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('leaves no memory behind, and opens to no debugger', async () => {
    const host = start();
    const child = await childOf(host);
    expect(readFileSync(`/proc/${host.pid}/coredump_filter`, 'utf8')).toMatch(/^0+$/m);
    expect(readFileSync(`/proc/${child}/coredump_filter`, 'utf8')).toMatch(/^0+$/m);
    host.kill('SIGUSR1');
    expect(await host.ended).toEqual({ code: 1, signal: null });
    expect(host.stderr).toBe('');
    expect(await gone(child)).toBe(true);
  });

  it('diagnoses itself without a secret', async () => {
    const host = start();
    const answer = (await host.ask('diagnose')) as unknown as {
      value: { checks: { check: string; ok: boolean }[] };
    };
    expect(answer.value.checks.find(({ check }) => check === 'driver process')?.ok).toBe(true);
  });
});
