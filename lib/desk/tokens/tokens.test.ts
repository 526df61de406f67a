import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { toBase64, sha256Hex } from '@/lib/base';
import type { HostRequest, HostToken } from '@/lib/host';
import { deskWorld, KEY_PASSWORD, PIN, START, type DeskWorld } from '@/tests/desk/desk-world';
import { makeEcSubscriber } from '@/tests/pki/make-ec-subscriber';
import {
  flags,
  hello,
  loggedIn,
  scriptedDoor,
  tokenName,
  type ScriptedHost,
} from '@/tests/support/scripted-host';
import { tempFolder } from '@/tests/support/temp-folder';

const MODULE = '/usr/lib/example-pkcs11.so';

let world: DeskWorld;
let plugged: HostToken[];
let answer: (request: HostRequest, host: ScriptedHost) => void;
let start: (host: ScriptedHost) => void;
let allowed: boolean;
let hosts: readonly ScriptedHost[];

beforeEach(async () => {
  plugged = [];
  allowed = true;
  start = (host) => host.say(hello);
  answer = (request, host) => host.answer(request, { tokens: plugged });
  const scripted = scriptedDoor({
    start: (host) => start(host),
    asked: (request, host) => answer(request, host),
  });
  hosts = scripted.hosts;
  world = await deskWorld({
    nativeHost: { ...scripted.door, mayConnect: () => Promise.resolve(allowed) },
  });
});

function onToken(file: string, hasKey: boolean | null = true): HostToken['certificates'][number] {
  const der = new Uint8Array(readFileSync(file));
  return { sha256: sha256Hex(der), der: toBase64(der), label: 'signing', hasKey };
}

function token(files: readonly string[], changes: Partial<HostToken> = {}): HostToken {
  const certificates = files.map((file) => onToken(file));
  return {
    ...tokenName,
    hardware: '1.0',
    firmware: '2.0',
    claimsFips: false,
    flags,
    certificates,
    ...changes,
  };
}

const add = (certificate: string, name = tokenName) =>
  world.desk.addTokenCertificate({ module: MODULE, token: name, certificate });
const shaOf = (file: string) => onToken(file).sha256;
const added = async () => (await world.ports.archive.directory()).certificates;

describe('the helper', () => {
  it('tells its version and the drivers it knows', async () => {
    const modules = [{ name: 'OpenSC', path: MODULE, found: true }];
    answer = (request, host) => host.answer(request, { modules });
    expect(await world.desk.tokenHelper()).toEqual({
      permitted: true,
      version: '1.2.3',
      modules,
      fault: null,
    });
    expect(hosts.map(({ closed }) => closed)).toEqual([true]);
  });

  it.each([
    ['host/missing', 'Specified native messaging host not found.'],
    ['host/forbidden', 'Access to the specified native messaging host is forbidden.'],
    ['host/crashed', 'Native host has exited.'],
  ])('that is %s is told so', async (code, reason) => {
    start = (host) => host.end(reason);
    const view = await world.desk.tokenHelper();
    expect(view).toEqual({ permitted: true, version: null, modules: [], fault: { code, params: {} } });
  });

  it('that may not be talked to is told so', async () => {
    allowed = false;
    expect(await world.desk.tokenHelper()).toMatchObject({
      permitted: false,
      fault: { code: 'host/not-permitted' },
    });
    expect(hosts).toHaveLength(0);
  });

  it('that says hello and then fails keeps its version', async () => {
    answer = (_, host) => host.end(null);
    expect(await world.desk.tokenHelper()).toMatchObject({
      version: '1.2.3',
      fault: { code: 'host/crashed' },
    });
  });

  it('diagnoses itself', async () => {
    const checks = [{ check: 'manifest', ok: true, detail: '' }];
    answer = (request, host) => host.answer(request, { checks });
    expect(await world.desk.diagnoseHelper()).toEqual({ checks });
  });
});

describe('listing', () => {
  it('shows each token, its signing certificates, and what makes one unfit', async () => {
    const { pki } = world;
    plugged = [
      token([pki.certificate.full, pki.certificate.expired, pki.certificate.coordinator, pki.sub]),
      token([], { serial: '0a1c', flags: { ...flags, pinLastTry: true, pinPad: true }, claimsFips: true }),
    ];
    const [first, second] = await world.desk.tokens(MODULE);
    expect(hosts[0]?.heard).toMatchObject([{ command: 'tokens', params: { module: MODULE } }]);
    expect(first?.name).toEqual(tokenName);
    expect(first?.certificates.map(({ unfit }) => unfit?.code ?? null)).toEqual([
      null,
      'certificate/expired',
      'certificate/coordinator',
    ]);
    expect(first?.certificates[0]).toMatchObject({
      sha256: shaOf(pki.certificate.full),
      commonName: 'Dana Okafor',
      known: false,
      hasKey: true,
      schedules: ['2', '2N', '3', '3N', '4', '5'],
    });
    expect(second).toMatchObject({
      claimsFips: true,
      flags: { pinLastTry: true, pinPad: true },
      certificates: [],
    });
  });

  it('tells one that is known already', async () => {
    plugged = [token([world.pki.certificate.full, world.pki.sub])];
    await add(shaOf(world.pki.certificate.full));
    const [view] = await world.desk.tokens(MODULE);
    expect(view?.certificates[0]?.known).toBe(true);
  });

  it('offers one whose key was deleted here, and it signs with its token from then on', async () => {
    const certificate = await world.importPfx('full');
    const who = (await world.desk.who())?.id ?? '';
    await world.desk.removeKey({ certificate, personId: who, pin: PIN });
    plugged = [token([world.pki.certificate.full, world.pki.sub])];
    const [view] = await world.desk.tokens(MODULE);
    expect(view?.certificates[0]?.known).toBe(false);
    await add(certificate);
    expect(await world.desk.certificates()).toMatchObject([{ hasKey: true, token: tokenName }]);
    expect((await added()).map(({ keyRemoved }) => keyRemoved)).toEqual([undefined]);
  });

  it('passes over what is no certificate', async () => {
    const junk = { ...onToken(world.pki.certificate.full), der: 'AAAA' };
    plugged = [token([], { certificates: [junk, onToken(world.pki.certificate.low, null)] })];
    const [view] = await world.desk.tokens(MODULE);
    expect(view?.certificates).toMatchObject([{ commonName: 'Priya Raman', hasKey: null }]);
  });

  it('says so where none is plugged in', async () => {
    await expect(world.desk.tokens(MODULE)).rejects.toMatchObject({ code: 'token/none' });
  });

  it('gives the host’s fault', async () => {
    answer = (request, host) => host.refuse(request, 'token/module-missing', { path: MODULE });
    await expect(world.desk.tokens(MODULE)).rejects.toMatchObject({
      code: 'token/module-missing',
      params: { path: MODULE },
    });
    expect(hosts.map(({ closed }) => closed)).toEqual([true]);
  });

  it('looks at the token of a known certificate, and at no other', async () => {
    const { full } = world.pki.certificate;
    plugged = [token([full, world.pki.sub])];
    await add(shaOf(full));
    plugged = [token([full], { serial: 'ffff' }), token([full], { flags: { ...flags, pinFewLeft: true } })];
    expect(await world.desk.tokenOf(shaOf(full))).toMatchObject({
      name: tokenName,
      flags: { pinFewLeft: true },
    });
    plugged = [token([full], { serial: 'ffff' })];
    await expect(world.desk.tokenOf(shaOf(full))).rejects.toMatchObject({
      code: 'token/certificate-missing',
    });
    plugged = [];
    await expect(world.desk.tokenOf(shaOf(full))).rejects.toMatchObject({ code: 'token/none' });
    await expect(world.desk.tokenOf('0'.repeat(64))).rejects.toMatchObject({ code: 'vault/key-missing' });
  });
});

describe('adding a certificate', () => {
  it('makes it known with its token, and the sign window offers it', async () => {
    const { full } = world.pki.certificate;
    plugged = [token([full, world.pki.sub])];
    const imported = await add(shaOf(full));
    expect(imported).toMatchObject({
      protection: 'protection.token',
      token: tokenName,
      hasKey: true,
      findings: [],
    });
    const [known] = await added();
    expect(known).toMatchObject({ sha256: shaOf(full), token: { module: MODULE, name: tokenName } });
    expect(known?.chain.map((der) => sha256Hex(Buffer.from(der, 'base64')))).toEqual([
      shaOf(world.pki.sub),
      shaOf(world.pki.root),
    ]);
    expect(await world.desk.certificates()).toMatchObject([{ hasKey: true, token: tokenName }]);
    expect(await world.desk.setupMissing()).toEqual([]);
  });

  it('stays its holder’s, whoever adds it again', async () => {
    const { full } = world.pki.certificate;
    plugged = [token([full, world.pki.sub])];
    await add(shaOf(full));
    const holder = (await added())[0]?.personId;
    const other = await world.desk.addPerson({ name: 'Lee Park', role: 'technician', pin: '9753' });
    await world.desk.signIn(other.id, '9753');
    await add(shaOf(full));
    expect((await added())[0]?.personId).toBe(holder);
  });

  it('finds the CA certificates with others that are known, where the token holds none', async () => {
    await world.importPfx('low');
    plugged = [token([world.pki.certificate.full])];
    expect((await add(shaOf(world.pki.certificate.full))).findings).toEqual([]);
  });

  it('is refused where no chain can be found', async () => {
    plugged = [token([world.pki.certificate.full])];
    await expect(add(shaOf(world.pki.certificate.full))).rejects.toMatchObject({
      code: 'certificate/path-not-found',
    });
    expect(await added()).toEqual([]);
  });

  it.each([
    ['expired', 'certificate/expired'],
    ['revoked', 'certificate/revoked'],
    ['coordinator', 'certificate/coordinator'],
  ] as const)('is refused for one that is %s', async (who, code) => {
    plugged = [token([world.pki.certificate[who], world.pki.sub])];
    await expect(add(shaOf(world.pki.certificate[who]))).rejects.toMatchObject({ code });
    expect(await added()).toEqual([]);
  });

  it.each(['P-256', 'P-384', 'P-521'])('takes one with an EC key on %s', async (curve) => {
    const dir = tempFolder(onTestFinished);
    const { certificate } = makeEcSubscriber(world.pki, { dir, curve, now: START });
    plugged = [token([certificate, world.pki.sub])];
    expect((await add(shaOf(certificate))).hasKey).toBe(true);
  });

  it('is refused for one on a curve that no order is signed with, and the list says so', async () => {
    const dir = tempFolder(onTestFinished);
    const { certificate } = makeEcSubscriber(world.pki, { dir, curve: 'secp256k1', now: START });
    plugged = [token([certificate, world.pki.sub])];
    const code = 'certificate/unsupported-algorithm';
    expect((await world.desk.tokens(MODULE))[0]?.certificates[0]?.unfit).toMatchObject({ code });
    await expect(add(shaOf(certificate))).rejects.toMatchObject({ code });
  });

  it('is refused where its key lies here too', async () => {
    const sha256 = await world.importPfx('full');
    plugged = [token([world.pki.certificate.full, world.pki.sub])];
    await expect(add(sha256)).rejects.toMatchObject({
      code: 'vault/key-present',
      params: { name: 'Dana Okafor' },
    });
    expect((await added())[0]?.token).toBeUndefined();
    await expect(world.ports.vault.unlock(sha256, KEY_PASSWORD)).resolves.toBeInstanceOf(CryptoKey);
  });

  it('and bringing its key in from a file happen one after the other', async () => {
    const { full } = world.pki.certificate;
    plugged = [token([full, world.pki.sub])];
    const look = world.ports.vault.certificates.bind(world.ports.vault);
    let looked: () => void = () => undefined;
    const looking = new Promise<void>((resolve) => (looked = resolve));
    vi.spyOn(world.ports.vault, 'certificates').mockImplementationOnce(async () => {
      const here = await look();
      looked();
      // Long enough for the file to come in, were it let.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return here;
    });
    const adding = add(shaOf(full));
    await looking;
    await Promise.all([adding, world.importPfx('full')]);
    const [known] = await added();
    expect((await look()).has(shaOf(full)) && known?.token !== undefined).toBe(false);
  });

  it('takes the place of a key that no record speaks for, and says that it went', async () => {
    const { full } = world.pki.certificate;
    vi.spyOn(world.ports.archive, 'append').mockRejectedValueOnce(new Error('died'));
    await expect(world.importPfx('full')).rejects.toThrow('died');
    plugged = [token([full, world.pki.sub])];
    const append = vi.spyOn(world.ports.archive, 'append').mockClear();
    await add(shaOf(full));
    expect(append.mock.calls.flatMap(([{ events }]) => events.map(({ type }) => type))).toEqual([
      'key.removed',
      'certificate.added',
    ]);
    expect((await world.ports.vault.certificates()).has(shaOf(full))).toBe(false);
    expect((await added()).map(({ keyRemoved }) => keyRemoved)).toEqual([undefined]);
  });

  describe('beside which its key was left here', () => {
    let sha256: string;
    beforeEach(async () => {
      sha256 = await world.importPfx('full');
      const [known] = await added();
      if (!known) throw new Error('no certificate');
      plugged = [token([world.pki.certificate.full, world.pki.sub])];
      await world.ports.archive.append({
        commandId: 'left',
        who: known.personId,
        orderId: null,
        events: [
          {
            type: 'certificate.added',
            payload: { certificate: { ...known, token: { module: MODULE, name: tokenName } } },
          },
        ],
      });
    });
    const isHere = async () => (await world.ports.vault.certificates()).has(sha256);

    it('may be removed with it, and added again', async () => {
      const personId = (await world.desk.who())?.id ?? '';
      await world.desk.removeKey({ certificate: sha256, personId, pin: PIN });
      expect(await isHere()).toBe(false);
      expect(await added()).toEqual([]);
      await add(sha256);
      expect(await world.desk.certificates()).toMatchObject([{ token: tokenName }]);
    });

    it('may be added again, or come from its file, and lies in one place then', async () => {
      await add(sha256);
      expect(await isHere()).toBe(false);
      world.ports.now += 1_000;
      await world.importPfx('full');
      expect(await isHere()).toBe(true);
      expect(await world.desk.certificates()).toMatchObject([{ token: null }]);
    });

    it('gives way to its file', async () => {
      world.ports.now += 1_000;
      await world.importPfx('full');
      expect(await world.desk.certificates()).toMatchObject([{ hasKey: true, token: null }]);
      await expect(world.ports.vault.unlock(sha256, KEY_PASSWORD)).resolves.toBeInstanceOf(CryptoKey);
    });
  });

  it('is refused for what the token doesn’t hold, and for another token', async () => {
    const { full, low } = world.pki.certificate;
    plugged = [token([low, world.pki.sub])];
    const code = 'token/certificate-missing';
    await expect(add(shaOf(full))).rejects.toMatchObject({ code });
    await expect(add(shaOf(low), { ...tokenName, serial: 'ffff' })).rejects.toMatchObject({ code });
  });

  it('is refused where the host’s fingerprint is another’s', async () => {
    const { full, low } = world.pki.certificate;
    plugged = [
      token([], { certificates: [{ ...onToken(low), sha256: shaOf(full) }, onToken(world.pki.sub)] }),
    ];
    await expect(add(shaOf(full))).rejects.toMatchObject({ code: 'token/certificate-missing' });
  });

  it('is refused while nobody is signed in', async () => {
    await world.desk.signOut();
    plugged = [token([world.pki.certificate.full, world.pki.sub])];
    await expect(add(shaOf(world.pki.certificate.full))).rejects.toMatchObject({
      code: 'people/nobody-signed-in',
    });
  });
});

describe('opening it', () => {
  it('asks the token that the directory names', async () => {
    const { full } = world.pki.certificate;
    plugged = [token([full, world.pki.sub])];
    await add(shaOf(full));
    answer = (request, host) => host.answer(request, loggedIn);
    await world.unlockToken(shaOf(full), '123456');
    const host = hosts.at(-1);
    expect(host?.heard).toMatchObject([
      {
        command: 'login',
        params: {
          module: MODULE,
          token: tokenName,
          certificate: shaOf(full),
          pin: [...'123456'].map((c) => c.charCodeAt(0)),
        },
      },
    ]);
    expect((host?.posted[0] as { params: { pin: number[] } }).params.pin).toEqual([0, 0, 0, 0, 0, 0]);
    expect(world.keys.held()?.certificate).toBe(shaOf(full));
    world.keys.lock();
    expect(host?.closed).toBe(true);
  });

  it('needs a certificate of a token', async () => {
    const sha256 = await world.importPfx('full');
    for (const certificate of [sha256, '0'.repeat(64)])
      await expect(world.unlockToken(certificate, '1')).rejects.toMatchObject({
        code: 'token/certificate-missing',
      });
    expect(hosts).toHaveLength(0);
  });

  it('ends the host with the login when it is locked meanwhile', async () => {
    const { full } = world.pki.certificate;
    plugged = [token([full, world.pki.sub])];
    await add(shaOf(full));
    let asked = false;
    answer = () => {
      asked = true;
    };
    const opening = world.unlockToken(shaOf(full), null);
    const ended = expect(opening).rejects.toMatchObject({ code: 'vault/locked' });
    await expect.poll(() => asked).toBe(true);
    world.keys.lock();
    await ended;
    expect(hosts.at(-1)?.closed).toBe(true);
  });
});
