import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import { createCrlStore } from '@/lib/desk/background';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { makeTestLists, type TestLists } from '@/tests/pki/make-test-lists';
import { tempFolder } from '@/tests/support/temp-folder';
import { refreshLists } from './refresh-lists';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const dir = tempFolder(afterAll);

let world: DeskWorld;
let lists: TestLists;
beforeEach(async () => {
  world = await deskWorld();
  lists = makeTestLists(world.pki, dir, world.ports.now);
});

const bytesOf = (file: string) => new Uint8Array(readFileSync(file));
const importList = (file: string) => world.desk.importList({ name: 'list.crl', bytes: bytesOf(file) });
const numbers = async () =>
  (await world.ports.archive.lists.all()).map(({ number }) => Number(`0x${number}`));
const statusOf = async (certificate: string) => (await world.desk.revocation()).status[certificate];

/** Imported offline: the certificate is here, no list is. */
async function offline(who: 'full' | 'revoked' = 'full'): Promise<string> {
  world.ports.crlsReachable = false;
  const certificate = await world.importPfx(who);
  world.ports.fetched.length = 0;
  return certificate;
}

describe('a list from a file', () => {
  it('makes a certificate checked where there is no network, and says against which list', async () => {
    const certificate = await offline();
    expect(await statusOf(certificate)).toEqual({ state: 'not-checked' });
    await importList(world.pki.rootCrl);
    expect(await statusOf(certificate)).toEqual({ state: 'not-checked' });
    expect(await importList(lists.sub({ number: 7 }))).toMatchObject({ number: '7', isCurrent: true });
    expect(await statusOf(certificate)).toMatchObject({ state: 'checked', lists: [{ number: '7' }, {}] });
    expect((await world.desk.revocation()).cas.map(({ lists: here }) => here[0]?.source)).toMatchObject([
      { kind: 'imported', who: 'Dana Okafor', file: 'list.crl' },
      { kind: 'imported' },
    ]);
    expect(world.ports.fetched).toEqual([]);
  });

  it('is taken as PEM too', async () => {
    await offline();
    const der = bytesOf(lists.sub({ number: 7 }));
    const pem = `-----BEGIN X509 CRL-----\n${Buffer.from(der).toString('base64')}\n-----END X509 CRL-----\n`;
    writeFileSync(join(dir, 'list.pem'), pem);
    expect(await importList(join(dir, 'list.pem'))).toMatchObject({ number: '7' });
  });

  it('attacks.md 54: never takes the place of one with a higher number; the same or a higher one does', async () => {
    await offline();
    await importList(lists.sub({ number: 0x20 }));
    await expect(importList(lists.sub({ number: 0x1f }))).rejects.toMatchObject({
      code: 'crl/older',
      params: { number: '31', known: '32', issuer: expect.stringMatching(/Sub CA/) as string },
    });
    expect(await numbers()).toEqual([0x20]);
    await importList(lists.sub({ number: 0x20 }));
    await importList(lists.sub({ number: 0x21 }));
    expect(await numbers()).toEqual([0x21]);
  });

  it('is refused where a CA that nobody knows issued it, or another key signed it', async () => {
    await offline();
    await expect(importList(lists.stranger({ number: 7 }))).rejects.toMatchObject({
      code: 'crl/issuer-unknown',
      params: { issuer: expect.stringMatching(/Stranger/) as string },
    });
    // High numbers that anybody could write on the plain-HTTP way would keep the CA's own lists out.
    await expect(importList(lists.forged({ number: 0xffff }))).rejects.toMatchObject({
      code: 'crl/signature-invalid',
    });
    expect(await numbers()).toEqual([]);
    await importList(lists.sub({ number: 7 }));
  });

  it('is refused when it is none, when it is dated ahead, or when nobody is signed in', async () => {
    await offline();
    await expect(world.desk.importList({ name: 'x', bytes: Uint8Array.of(1, 2) })).rejects.toMatchObject({
      code: 'crl/malformed',
    });
    const ahead = lists.sub({ number: 9, from: world.ports.now + HOUR, until: world.ports.now + DAY });
    await expect(importList(ahead)).rejects.toMatchObject({ code: 'crl/not-yet-valid' });
    await world.desk.signOut();
    await expect(importList(lists.sub({ number: 7 }))).rejects.toMatchObject({
      code: 'people/nobody-signed-in',
    });
    expect(await numbers()).toEqual([]);
  });
});

describe('a list from its distribution point', () => {
  it('is asked for once, also by two windows, and never again before it ends', async () => {
    const certificate = await offline();
    world.ports.crlsReachable = true;
    world.lists['sub.crl'] = lists.sub({ number: 7, until: world.ports.now + 2 * DAY });
    const known = (await world.ports.archive.directory()).certificates;
    const chain = known.map((one) => one.der);
    expect(chain).toHaveLength(1);
    const [one, two] = [createCrlStore(world.ports), createCrlStore(world.ports)];
    await Promise.all([refreshLists(world.ports, one), refreshLists(world.ports, two)]);
    expect(world.ports.fetched.toSorted().map((url) => new URL(url).pathname)).toEqual([
      '/root.crl',
      '/sub.crl',
    ]);
    expect(await statusOf(certificate)).toMatchObject({ state: 'checked' });

    world.ports.fetched.length = 0;
    world.ports.now += DAY;
    await refreshLists(world.ports, createCrlStore(world.ports));
    expect(world.ports.fetched).toEqual([]);
  });

  it('is fetched ahead of its end, so that nobody waits for it', async () => {
    const certificate = await offline();
    world.ports.crlsReachable = true;
    const ends = world.ports.now + 3 * DAY;
    world.lists['sub.crl'] = lists.sub({ number: 7, until: ends });
    const store = createCrlStore(world.ports);
    await refreshLists(world.ports, store);
    world.lists['sub.crl'] = lists.sub({ number: 8, until: ends + 3 * DAY });
    world.ports.fetched.length = 0;
    world.ports.now = ends - limits.crlRefreshAheadMs - HOUR;
    await refreshLists(world.ports, store);
    expect(world.ports.fetched).toEqual([]);
    world.ports.now = ends - limits.crlRefreshAheadMs + HOUR;
    await refreshLists(world.ports, store);
    expect(world.ports.fetched).toHaveLength(1);
    expect(await statusOf(certificate)).toMatchObject({ lists: [{ number: '8' }, {}] });
  });

  it('attacks.md 54: with a lower number it is refused and said; the newer one stays', async () => {
    await offline();
    await importList(lists.sub({ number: 9 }));
    world.ports.crlsReachable = true;
    world.lists['sub.crl'] = lists.sub({ number: 8 });
    const faults = await world.desk.fetchLists();
    expect(faults).toMatchObject([{ code: 'crl/older', params: { number: '8', known: '9' } }]);
    expect(await numbers()).toContain(9);
    world.lists['sub.crl'] = lists.sub({ number: 10 });
    world.ports.now += 1;
    expect(await world.desk.fetchLists()).toEqual([]);
    expect(await numbers()).toContain(10);
  });

  it('cannot be poisoned on its way: a forged one with a high number takes no place', async () => {
    const certificate = await offline();
    world.ports.crlsReachable = true;
    world.lists['sub.crl'] = lists.forged({ number: 0xffff });
    expect(await world.desk.fetchLists()).toMatchObject([{ code: 'crl/signature-invalid' }]);
    expect(await statusOf(certificate)).toEqual({ state: 'not-checked' });
    world.lists['sub.crl'] = lists.sub({ number: 7 });
    world.ports.now += 1;
    expect(await world.desk.fetchLists()).toEqual([]);
    expect(await statusOf(certificate)).toMatchObject({ state: 'checked' });
  });

  it('is not asked for without leave, and that is said with the origin', async () => {
    const certificate = await offline();
    world.ports.crlsReachable = true;
    world.ports.crlsAllowed = false;
    expect(await world.desk.fetchLists()).toMatchObject([
      { code: 'crl/no-permission', params: { origin: 'http://localhost:4100' } },
      { code: 'crl/no-permission' },
    ]);
    expect(world.ports.fetched).toEqual([]);
    expect((await world.desk.revocation()).cas[0]?.hosts).toEqual([
      { origin: 'http://localhost:4100', allowed: false },
    ]);
    world.ports.crlsAllowed = true;
    expect(await world.desk.fetchLists()).toEqual([]);
    expect(await statusOf(certificate)).toMatchObject({ state: 'checked' });
  });

  it('that failed is not asked for at every keystroke, but at once when a person asks', async () => {
    await offline();
    const store = createCrlStore(world.ports);
    await refreshLists(world.ports, store);
    await refreshLists(world.ports, store);
    expect(world.ports.fetched).toHaveLength(2);
    world.ports.now += limits.crlRetryMs;
    await refreshLists(world.ports, store);
    expect(world.ports.fetched).toHaveLength(4);
    expect(await world.desk.fetchLists()).toMatchObject([
      { code: 'crl/unreachable' },
      { code: 'crl/unreachable' },
    ]);
    expect(world.ports.fetched).toHaveLength(6);
  });
});

describe('a list that ended', () => {
  it('leaves a certificate not checked, and still names what was revoked', async () => {
    const [good, bad] = [await offline('full'), await offline('revoked')];
    await importList(lists.root({ number: 3, until: world.ports.now + 90 * DAY }));
    await importList(lists.sub({ number: 7, revoked: ['revoked'], until: world.ports.now + DAY }));
    expect(await statusOf(good)).toMatchObject({ state: 'checked' });
    world.ports.now += 2 * DAY;
    expect(await statusOf(good)).toEqual({ state: 'not-checked' });
    expect(await statusOf(bad)).toMatchObject({ state: 'revoked' });
    expect((await world.desk.revocation()).cas.flatMap((ca) => ca.lists.map((l) => l.isCurrent))).toEqual([
      false,
      true,
    ]);
  });
});

describe('a certificate that is imported', () => {
  it('is checked at once where its CA answers, with its own chain', async () => {
    const certificate = await world.importPfx('full');
    expect(await statusOf(certificate)).toMatchObject({ state: 'checked' });
  });

  it('is brought in with a warning where its status is unknown, or no root is trusted yet', async () => {
    world.ports.crlsReachable = false;
    const file = { bytes: bytesOf(world.pki.pfx.full), filePassword: world.pki.password };
    const more = { password: 'correct horse battery', acceptWithoutMac: false };
    const [root] = await world.desk.roots();
    await world.desk.removeRoot(root?.sha256 ?? '');
    const imported = await world.desk.importPfx({ ...file, ...more });
    expect(imported.findings).toMatchObject([{ severity: 'warns', code: 'certificate/no-trusted-root' }]);
    await world.desk.trustRoot(bytesOf(world.pki.root));
    const low = { ...file, bytes: bytesOf(world.pki.pfx.low) };
    const second = await world.desk.importPfx({ ...low, ...more });
    expect(second.findings.map(({ code }) => code)).toContain('certificate/status-unknown');
  });
});
