import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';

let world: DeskWorld;
beforeAll(async () => {
  world = await deskWorld();
});
const bytesOf = (file: string) => new Uint8Array(readFileSync(file));
const text = (value: string) => new TextEncoder().encode(value);

describe('a root that is to be trusted', () => {
  it.each<[string, () => Uint8Array]>([
    ['root/not-a-certificate', () => text('hello')],
    ['root/not-a-certificate', () => Uint8Array.of()],
    ['root/not-a-certificate', () => text('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')],
    ['root/not-a-certificate', () => bytesOf(world.pki.subCrl)],
    ['root/not-a-ca', () => bytesOf(world.pki.certificate.full)],
    ['root/not-self-signed', () => bytesOf(world.pki.sub)],
    [
      'root/several-certificates',
      () => {
        const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytesOf(world.pki.root)).toString('base64')}\n-----END CERTIFICATE-----\n`;
        return text(pem + pem);
      },
    ],
  ])('%s', async (code, file) => {
    const before = await world.desk.roots();
    await expect(world.desk.trustRoot(file())).rejects.toMatchObject({ code });
    expect(await world.desk.roots()).toEqual(before);
  });

  it('root/expired, and the same one is taken while it is valid', async () => {
    const { now } = world.ports;
    world.ports.now += 11 * 365 * 86_400_000;
    await expect(world.desk.trustRoot(bytesOf(world.pki.strangerRoot))).rejects.toMatchObject({
      code: 'root/expired',
    });
    world.ports.now = now;
    await expect(world.desk.trustRoot(bytesOf(world.pki.strangerRoot))).resolves.toMatchObject({
      subject: expect.stringMatching(/Stranger/) as string,
    });
  });
});

describe('a root that was trusted in error', () => {
  it('is removed by somebody with a name, and the record says so for good', async () => {
    const added = await world.desk.trustRoot(bytesOf(world.pki.strangerRoot));
    await world.desk.removeRoot(added.sha256);
    expect((await world.desk.roots()).map(({ sha256 }) => sha256)).not.toContain(added.sha256);
    await world.ports.archive.rebuild();
    expect((await world.desk.roots()).map(({ sha256 }) => sha256)).not.toContain(added.sha256);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
    await world.desk.trustRoot(bytesOf(world.pki.strangerRoot));
    expect((await world.desk.roots()).map(({ sha256 }) => sha256)).toContain(added.sha256);
    const who = await world.desk.who();
    await world.desk.signOut();
    await expect(world.desk.removeRoot(added.sha256)).rejects.toMatchObject({
      code: 'people/nobody-signed-in',
    });
    expect(who?.name).toBe('Dana Okafor');
  });
});
