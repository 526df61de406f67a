import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { faultOf, type Fault } from '@/lib/base';
import type { CommandParams } from '@/lib/host';
import { supervise, type Supervisor } from '../supervisor';
import { moduleProcesses, type ModuleProcess } from '../tests/module-process';
import { gccMissing, pretendedModule, type PretendedModule, type Settings } from '../tests/pretended-module';
import { demoPki } from '../../tests/pki/demo-pki';
import { tempFolder } from '../../tests/support/temp-folder';
import { publicKeyOf } from './public-key';

const certificateFile = demoPki().certificate.full;
const der = readFileSync(certificateFile);
const certificate = createHash('sha256').update(der).digest('hex');
const digest = createHash('sha256').update('order').digest('base64');
const PIN = '246810';
const NORMAL = 0x40c;

if (gccMissing !== null) console.warn(gccMissing);

describe.skipIf(gccMissing !== null)('a token of which every word is pretended', () => {
  let start: (env?: NodeJS.ProcessEnv) => ModuleProcess;
  let numberFile = '';
  let removeNumber = () => {};
  const open: Supervisor[] = [];
  let last: ModuleProcess | null = null;

  beforeAll(async () => {
    start = await moduleProcesses();
    numberFile = join(
      tempFolder((remove) => (removeNumber = remove)),
      'modulus',
    );
    writeFileSync(numberFile, publicKeyOf(der)?.number ?? '');
  });
  afterAll(() => removeNumber());
  afterEach(() => {
    for (const supervisor of open.splice(0)) supervisor.end();
  });

  /** A module and the host's own process that loads it. */
  function pretended(settings: Settings = {}) {
    const module = pretendedModule({ certificate: certificateFile, number: numberFile, ...settings });
    onTestFinished(() => module.remove());
    const supervisor = supervise(() => (last = start()));
    open.push(supervisor);
    return { module, supervisor };
  }

  const name = { serial: '1', label: 'Pretended', manufacturer: 'Tests', model: 'Pretend 1' };
  const pinOf = (text: string | null) => (text === null ? null : [...new TextEncoder().encode(text)]);
  function login(
    { supervisor, module }: { supervisor: Supervisor; module: PretendedModule },
    pin: string | null = PIN,
    more: Partial<CommandParams<'login'>> = {},
  ) {
    return supervisor.ask('login', {
      module: module.path,
      token: name,
      certificate,
      pin: pinOf(pin),
      ...more,
    });
  }
  const signOnce = ({ supervisor }: { supervisor: Supervisor }) =>
    supervisor.ask('sign', { certificate, algorithm: 'rsa-sha256', digest });
  const fault = (work: Promise<unknown>): Promise<Fault | 'no fault'> => work.then(() => 'no fault', faultOf);
  const code = async (work: Promise<unknown>) => {
    const outcome = await fault(work);
    return outcome === 'no fault' ? outcome : outcome.code;
  };
  const tries = (module: PretendedModule) => module.log().filter((line) => /^login [12]/.test(line));

  test('signs over DigestInfo, and its PIN is overwritten before the first signature', async () => {
    const token = pretended();
    expect(await login(token)).toEqual({
      flags: {
        initialized: true,
        loginRequired: true,
        pinPad: false,
        pinFewLeft: false,
        pinLastTry: false,
        pinLocked: false,
        pinMustChange: false,
      },
      pinPerSignature: false,
    });
    const { signature } = await signOnce(token);
    const octets = Buffer.from(signature, 'base64');
    expect(octets.length).toBe(256);
    // The module repeats what it was given to sign.
    expect(octets.toString('hex', 0, 51)).toBe(
      `3031300d060960864801650304020105000420${Buffer.from(digest, 'base64').toString('hex')}`,
    );
    expect(token.module.log()).toEqual(['login 1 pin', 'sign with 207', 'pin gone']);
  });

  test.each([
    ['wrong-pin', NORMAL],
    ['wrong-pin-few-left', 0x1_040c],
    ['wrong-pin-last-try', 0x3_040c],
    ['pin-locked', 0x7_040c],
  ])('a wrong PIN, by the flags that follow: %s', async (what, after) => {
    const token = pretended({ 'flags-after': after });
    expect(await fault(login(token, '000000'))).toEqual({ code: `token/${what}`, params: {} });
    expect(tries(token.module)).toHaveLength(1);
    expect(await code(signOnce(token))).toBe('input/malformed');
  });

  test.each([
    ['token/pin-locked', 0x4_040c],
    ['token/pin-must-change', 0x8_040c],
    ['token/not-initialized', 0xc],
  ])('%s stands in the flags: no PIN is tried', async (what, flags) => {
    const token = pretended({ flags });
    expect(await code(login(token))).toBe(what);
    expect(token.module.log()).toEqual([]);
  });

  test.each([
    ['token/pin-locked', 0xa4],
    ['token/pin-must-change', 0xa3],
    ['token/pin-length', 0xa2],
    ['token/pin-length', 0xa1],
    ['token/not-initialized', 0x102],
    ['token/removed', 0x32],
    ['token/busy', 0x104],
    ['token/module-error', 0x6],
    ['token/module-error', 0x8000_0001],
  ])('C_Login that refuses: %s', async (what, rv) => {
    const token = pretended({ login: rv });
    expect(await code(login(token))).toBe(what);
    expect(tries(token.module)).toHaveLength(1);
  });

  test('an unknown refusal is told by step and number, a known one by its name', async () => {
    expect(await fault(login(pretended({ login: 0x6 })))).toMatchObject({
      params: { step: 'C_Login', rv: 'CKR_FUNCTION_FAILED' },
    });
    expect(await fault(login(pretended({ login: 0x8000_0001 })))).toMatchObject({
      params: { step: 'C_Login', rv: '0x80000001' },
    });
  });

  test('sessions used up by another program are busy', async () => {
    expect(await code(login(pretended({ open: 0xb1 })))).toBe('token/busy');
  });

  test('a login that the module kept hides no wrong PIN', async () => {
    const token = pretended({ 'logged-in': 1, 'flags-after': 0x3_040c });
    expect(await code(login(token, '000000'))).toBe('token/wrong-pin-last-try');
    expect(token.module.log().filter((line) => line.startsWith('log'))).toEqual([
      'login already',
      'logout',
      'login 1 pin',
    ]);
  });

  test('no PIN is tried where the certificate, the token or the mechanism is missing', async () => {
    const wrong = pretended();
    expect(await code(login(wrong, PIN, { certificate: '0'.repeat(64) }))).toBe('token/certificate-missing');
    expect(await code(login(wrong, PIN, { token: { ...name, serial: '9' } }))).toBe(
      'token/certificate-missing',
    );
    expect(wrong.module.log()).toEqual([]);
    const mute = pretended({ mechanisms: 0 });
    expect(await fault(login(mute))).toEqual({
      code: 'token/unsupported-algorithm',
      params: { algorithm: 'RSA' },
    });
    expect(mute.module.log()).toEqual([]);
    expect(await code(login(pretended({ tokens: 0 })))).toBe('token/none');
  });

  test('a certificate without its key', async () => {
    expect(await code(login(pretended({ 'no-key': 1 })))).toBe('token/key-missing');
  });

  test('of several keys with one CKA_ID the one with the certificate’s public key signs', async () => {
    const token = pretended({ twins: 1 });
    await login(token);
    await signOnce(token);
    expect(token.module.log()).toContain('sign with 207');
  });

  test('CKA_ALWAYS_AUTHENTICATE: the PIN serves for exactly one signature', async () => {
    const token = pretended({ always: 1 });
    expect(await login(token)).toMatchObject({ pinPerSignature: true });
    await signOnce(token);
    expect(tries(token.module)).toEqual(['login 1 pin', 'login 2 pin']);
    expect(await code(signOnce(token))).toBe('token/pin-again');
    expect(tries(token.module)).toHaveLength(2);
    await login(token);
    await signOnce(token);
    expect(tries(token.module)).toHaveLength(4);
    await token.supervisor.ask('logout', {});
    expect(token.module.log().at(-1)).toBe('pin gone');
  });

  test('CKA_ALWAYS_AUTHENTICATE with a PIN that is refused the second time', async () => {
    const token = pretended({ always: 1, context: 0xa0, 'flags-after': 0x1_040c });
    await login(token);
    expect(await code(signOnce(token))).toBe('token/wrong-pin-few-left');
    expect(await code(signOnce(token))).toBe('token/pin-again');
    expect(tries(token.module)).toHaveLength(2);
  });

  test('a keypad of the token’s own: no PIN passes here', async () => {
    const token = pretended({ flags: 0x50c });
    expect(await login(token, null)).toMatchObject({ flags: { pinPad: true } });
    await signOnce(token);
    expect(tries(token.module)).toEqual(['login 1 null']);
    expect(await code(login(pretended({ flags: 0x50c, login: 0x50 }), null))).toBe('token/pin-cancelled');
    const without = pretended();
    expect(await code(login(without, null))).toBe('input/malformed');
    expect(without.module.log()).toEqual([]);
  });

  test('a keypad asks for each signature where the key wants it', async () => {
    const token = pretended({ flags: 0x50c, always: 1 });
    await login(token, null);
    await signOnce(token);
    await signOnce(token);
    expect(tries(token.module)).toEqual(['login 1 null', 'login 2 null', 'login 2 null']);
  });

  test('a keypad where nobody enters the PIN this time, but the next', async () => {
    const token = pretended({ flags: 0x50c, always: 1, context: 0x50 });
    await login(token, null);
    expect(await code(signOnce(token))).toBe('token/pin-cancelled');
    token.module.set({ context: 0 });
    expect(await code(signOnce(token))).toBe('no fault');
  });

  test('a token that wants no login is asked for none', async () => {
    const token = pretended({ flags: 0x400, 'logged-in': 1 });
    await login(token, null);
    await signOnce(token);
    expect(tries(token.module)).toEqual([]);
  });

  test.each([0x32, 0x30, 0x5, 0xb3])(
    'pulled out between two signatures, whatever the module calls it (%i)',
    async (rv) => {
      const token = pretended({ 'removed-after': 1, 'removed-rv': rv });
      await login(token);
      await signOnce(token);
      expect(await code(signOnce(token))).toBe('token/removed');
      expect(await code(signOnce(token))).toBe('token/removed');
      expect(await code(login(token))).toBe('token/none');
    },
  );

  test.each([0, 255, 257, 5_000])('a signature of %i octets is none', async (bytes) => {
    const token = pretended({ 'sign-bytes': bytes });
    await login(token);
    expect(await fault(signOnce(token))).toMatchObject({
      code: 'token/module-error',
      params: { step: 'C_Sign' },
    });
  });

  test('a digest of another length never reaches the token', async () => {
    const token = pretended();
    await login(token);
    const short = { certificate, algorithm: 'rsa-sha384', digest } as const;
    expect(await code(token.supervisor.ask('sign', short))).toBe('input/malformed');
    expect(await code(token.supervisor.ask('sign', { ...short, algorithm: 'ecdsa' }))).toBe(
      'token/unsupported-algorithm',
    );
    expect(token.module.log()).toEqual(['login 1 pin']);
  });

  test('a mechanism that the key refuses is named', async () => {
    const token = pretended({ 'sign-init': 0x70 });
    await login(token);
    expect(await fault(signOnce(token))).toEqual({
      code: 'token/unsupported-algorithm',
      params: { algorithm: 'rsa-sha256' },
    });
  });

  test.each([
    ['four billion slots', { slots: 4_294_967_295 }, 'token/module-error'],
    ['65 slots', { slots: 65 }, 'token/module-error'],
    ['slots of which one holds a token', { slots: 64 }, 'no fault'],
    ['every attribute of length -1', { length: -1 }, 'no fault'],
    ['attributes of four gigabytes', { length: 4_294_967_296 }, 'token/module-error'],
    ['more objects than there was room for', { 'more-found': 33 }, 'token/module-error'],
    ['objects without end', { endless: 1 }, 'no fault'],
    ['no locks', { 'refuse-locks': 1 }, 'no fault'],
    ['noise on stdout', { print: 'C_GetTokenInfo' }, 'no fault'],
  ])('absurd claims: %s', async (_, settings, expected) => {
    const { supervisor, module } = pretended(settings);
    expect(await code(supervisor.ask('tokens', { module: module.path }))).toBe(expected);
  });

  test('absurd counts of mechanisms spend no PIN', async () => {
    const token = pretended({ mechanisms: 4_294_967_295 });
    expect(await code(login(token))).toBe('token/module-error');
    expect(token.module.log()).toEqual([]);
  });

  test('several tokens, of which the same certificate shows: the one that was named is used', async () => {
    const token = pretended({ tokens: 3 });
    const { tokens } = await token.supervisor.ask('tokens', { module: token.module.path });
    expect(tokens.map(({ serial }) => serial)).toEqual(['1', '2', '3']);
    expect(tokens[0]?.certificates).toEqual([
      { sha256: certificate, der: der.toString('base64'), label: 'certificate', hasKey: null },
    ]);
    await login(token, PIN, { token: { ...name, serial: '3' } });
    await signOnce(token);
    expect(token.module.log()).toContain('sign with 209');
  });

  test('what a token says of FIPS is its maker’s word, not its label', async () => {
    const claims = async (settings: Settings) => {
      const { supervisor, module } = pretended(settings);
      return (await supervisor.ask('tokens', { module: module.path })).tokens[0]?.claimsFips;
    };
    expect(await claims({ model: 'Key FIPS' })).toBe(true);
    expect(await claims({ reader: 'Maker Key FIPS CCID 00 00' })).toBe(true);
    expect(await claims({ label: 'my FIPS key' })).toBe(false);
    expect(await claims({ model: 'FIPSTER' })).toBe(false);
  });

  test('one module for the life of a process', async () => {
    const { supervisor, module } = pretended();
    const { module: other } = pretended();
    await supervisor.ask('tokens', { module: module.path });
    expect(await code(supervisor.ask('tokens', { module: other.path }))).toBe('input/malformed');
  });

  test('a library without a list of functions, or with gaps in it', async () => {
    for (const settings of [{ 'no-list': 1 }, { gap: 1 }] as Settings[]) {
      const { supervisor, module } = pretended(settings);
      expect(await code(supervisor.ask('tokens', { module: module.path }))).toBe('token/module-not-pkcs11');
    }
  });

  test.each([
    ['crash', 'C_GetFunctionList'],
    ['crash', 'C_Initialize'],
    ['abort', 'C_GetSlotList'],
    ['crash', 'C_GetTokenInfo'],
    ['crash', 'C_GetAttributeValue'],
    ['abort', 'C_Login'],
    ['crash', 'C_Login'],
    ['crash', 'C_SignInit'],
    ['abort', 'C_Sign'],
    ['crash', 'C_Sign'],
  ])('a module that ends the process (%s in %s): the next one starts afresh', async (how, where) => {
    const token = pretended({ [how]: where });
    const used = async () => {
      await login(token);
      return signOnce(token);
    };
    expect(await code(used())).toBe('token/module-crashed');
    token.module.set({ [how]: 'nowhere' });
    expect(await code(used())).toBe('no fault');
  });

  test.each(['C_GetSlotList', 'C_Login', 'C_Sign'])(
    'a module that hangs in %s doesn’t outlive the host that stops asking',
    async (where) => {
      const token = pretended({ hang: where });
      const asked = code(login(token).then(() => signOnce(token)));
      await expect.poll(() => token.module.log(), { timeout: 20_000 }).toContain('hangs');
      last?.requests.end();
      expect(await last?.ended).toBe('SIGKILL');
      expect(await asked).toBe('token/module-crashed');
    },
  );

  test('nor one that hangs when it is asked to end', async () => {
    const token = pretended({ hang: 'C_Finalize' });
    await login(token);
    last?.requests.end();
    expect(await last?.ended).toBe('SIGKILL');
    expect(token.module.log()).toContain('hangs');
  });

  test('the host’s farewell logs the token out', async () => {
    const token = pretended();
    await login(token);
    await token.supervisor.farewell();
    expect(token.module.log()).toEqual(['login 1 pin', 'logout', 'pin gone', 'finalized']);
    expect(await last?.ended).toBe(0);
  });

  test('the host’s farewell outwaits no driver that hangs', async () => {
    const token = pretended({ hang: 'C_Logout' });
    await login(token);
    await token.supervisor.farewell();
    expect(await last?.ended).toBe('SIGKILL');
  });

  test('whoever stops asking leaves the token logged out and the module ended', async () => {
    const token = pretended();
    await login(token);
    last?.requests.end();
    expect(await last?.ended).toBe(0);
    expect(token.module.log()).toEqual(['login 1 pin', 'logout', 'pin gone', 'finalized']);
  });
});
