import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { legalDay } from '@/lib/base';
import { deskWorld, type DeskWorld } from '@/tests/desk/desk-world';
import { makeTestLists, type TestLists } from '@/tests/pki/make-test-lists';
import { tempFolder } from '@/tests/support/temp-folder';
import { certificateFindings } from '../certificates';
import { createCrlStore } from './crl-store';

const DAY = 24 * 3_600_000;
const dir = tempFolder(afterAll);

let world: DeskWorld;
let lists: TestLists;
let certificate: string;
beforeEach(async () => {
  world = await deskWorld();
  lists = makeTestLists(world.pki, dir, world.ports.now);
  world.ports.crlsReachable = false;
  certificate = await world.importPfx('revoked');
  await importList(lists.root({ number: 1, until: world.ports.now + 90 * DAY }));
});

const importList = (file: string) =>
  world.desk.importList({ name: 'list.crl', bytes: new Uint8Array(readFileSync(file)) });

async function known() {
  const directory = await world.ports.archive.directory();
  const one = directory.certificates.find(({ sha256 }) => sha256 === certificate);
  if (!one) throw new Error('no certificate');
  return { directory, one };
}

/** As the sign window asks, which also remembers what it finds. */
async function stateWhenSigning() {
  const { directory, one } = await known();
  const context = { ports: world.ports, directory, crls: createCrlStore(world.ports) };
  const { registrant } = directory;
  if (!registrant) throw new Error('the world has a registration');
  const { status } = await certificateFindings(context, one, {
    registrant,
    lines: [],
    today: legalDay(world.ports.now, registrant.zone),
  });
  return status.state;
}

describe('a certificate on hold', () => {
  it('is refused while it is listed, and good again when a newer list leaves it out', async () => {
    await importList(lists.sub({ number: 2, revoked: ['revoked'], reason: 'certificateHold' }));
    expect(await stateWhenSigning()).toBe('revoked');
    expect((await known()).one.revokedOn).toBeUndefined();
    await importList(lists.sub({ number: 3 }));
    expect(await stateWhenSigning()).toBe('checked');
  });

  it('stays refused after the list ended, until a newer one is fetched', async () => {
    await importList(
      lists.sub({
        number: 2,
        revoked: ['revoked'],
        reason: 'certificateHold',
        until: world.ports.now + DAY,
      }),
    );
    world.ports.now += 2 * DAY;
    expect(await stateWhenSigning()).toBe('revoked');
    world.lists['sub.crl'] = lists.sub({ number: 3, from: world.ports.now, until: world.ports.now + DAY });
    world.ports.crlsReachable = true;
    expect(await stateWhenSigning()).toBe('checked');
  });

  it('unlike one that was revoked for good, which no list makes good again', async () => {
    await importList(lists.sub({ number: 2, revoked: ['revoked'] }));
    expect(await stateWhenSigning()).toBe('revoked');
    expect((await known()).one.revokedOn).toMatch(/^\d{4}-/);
    await importList(lists.sub({ number: 3 }));
    expect(await stateWhenSigning()).toBe('revoked');
  });
});

describe('a revocation that was found', () => {
  const record = async (event: 'certificate.added' | 'certificate.removed') => {
    const { directory, one } = await known();
    const { revokedOn, ...certificateAsRead } = one;
    expect(revokedOn).toBeDefined();
    await world.ports.archive.append({
      commandId: crypto.randomUUID(),
      who: directory.people[0]?.id ?? '',
      orderId: null,
      events: [
        event === 'certificate.added'
          ? { type: event, payload: { certificate: certificateAsRead } }
          : { type: event, payload: { sha256: certificate } },
      ],
    });
    return certificateAsRead;
  };

  it('outlives that the certificate is brought in again', async () => {
    await importList(lists.sub({ number: 2, revoked: ['revoked'] }));
    await stateWhenSigning();
    await record('certificate.added');
    expect((await known()).one.revokedOn).toBeDefined();
  });

  it('is marked again after the certificate was removed and brought in again', async () => {
    await importList(lists.sub({ number: 2, revoked: ['revoked'] }));
    await stateWhenSigning();
    const before = await record('certificate.removed');
    await world.ports.archive.append({
      commandId: crypto.randomUUID(),
      who: before.personId,
      orderId: null,
      events: [
        { type: 'certificate.added', payload: { certificate: { ...before, addedAt: before.addedAt + 1 } } },
      ],
    });
    expect((await known()).one.revokedOn).toBeUndefined();
    await stateWhenSigning();
    expect((await known()).one.revokedOn).toBeDefined();
  });

  it('of its CA is not the certificate’s own', async () => {
    await importList(lists.root({ number: 2, revoked: ['sub'] }));
    await importList(lists.sub({ number: 2 }));
    expect(await stateWhenSigning()).toBe('revoked');
    expect((await known()).one.revokedOn).toBeUndefined();
  });
});

describe('an address that publishes another list of a trusted CA', () => {
  it('is not taken for one that has answered: its own list is asked for again', async () => {
    world.ports.crlsReachable = true;
    world.lists['sub.crl'] = lists.root({ number: 5, until: world.ports.now + 90 * DAY });
    const faults = await world.desk.fetchLists();
    expect(faults).toMatchObject([{ code: 'crl/out-of-scope' }]);
    world.lists['sub.crl'] = lists.sub({ number: 2 });
    expect(await stateWhenSigning()).toBe('checked');
  });
});
