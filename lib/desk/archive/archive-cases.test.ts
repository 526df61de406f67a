import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { openDesk } from '../open-desk';
import { openArchive, readBackup } from '@/lib/archive';
import { openVault } from '@/lib/vault';

const password = 'kept in the safe';
let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

async function actor(): Promise<{ readonly personId: string; readonly pin: string }> {
  const who = await world.desk.who();
  return { personId: who?.id ?? '', pin: PIN };
}

async function backup(): Promise<{ readonly name: string; readonly file: Blob }> {
  const { name, bytes } = await world.desk.backup({
    ...(await actor()),
    password,
    onProgress: () => undefined,
  });
  return { name, file: await new Response(bytes).blob() };
}

/** Another computer: nothing is set up, nobody is known. */
async function newComputer() {
  const name = crypto.randomUUID();
  const { clock } = world.ports;
  const archive = await openArchive({ name, clock });
  const vault = openVault({ clock, name: `${name}-vault` });
  return { archive, desk: openDesk({ ...world.ports, archive, vault }) };
}

const stream = (file: Blob) => file.stream();

const asked = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });

/** Everything in the databases of keys that is long enough to be a secret, as text might hold it. */
async function vaultSecrets(): Promise<string[]> {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const bytes =
        value instanceof ArrayBuffer
          ? Buffer.from(value)
          : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      if (bytes.length >= 12) found.push(bytes.toString('base64'), bytes.toString('hex'));
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const { name } of await indexedDB.databases()) {
    if (!name?.endsWith('-vault')) continue;
    const db = await asked(indexedDB.open(name));
    for (const store of db.objectStoreNames)
      walk(await asked(db.transaction(store).objectStore(store).getAll()));
    db.close();
  }
  return found;
}

describe('backup and restore', () => {
  it('brings everything but the keys to a new computer', async () => {
    const certificate = await world.importPfx('full');
    const { name, file } = await backup();
    expect(name).toMatch(/^countersign-\d{4}-\d\d-\d\d\.csbackup$/);
    const { archive, desk } = await newComputer();
    const told: number[] = [];
    const restore = { password, act: null, onProgress: (done: number) => told.push(done) };
    const { added } = await desk.restore(stream(file), restore);
    expect(told.at(-1)).toBe(added);
    expect((await desk.registrant())?.name).toBe((await world.desk.registrant())?.name);
    expect(await archive.verify()).toMatchObject({ ok: true, events: added });
    const [known] = await desk.certificates();
    expect(known).toMatchObject({ sha256: certificate, hasKey: false });

    // What a key lies in, whole or in part, is nowhere in what was sealed.
    const texts: string[] = [];
    for await (const batch of await readBackup(stream(file), password))
      texts.push(...batch.map((record) => JSON.stringify(record)));
    const all = texts.join('\n');
    expect(all).toContain(certificate);
    const secrets = await vaultSecrets();
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(all).not.toContain(secret);
    expect(all).not.toContain('PRIVATE KEY');
  });

  it('is for those who may, with their PIN', async () => {
    const { personId } = await actor();
    const ben = await world.desk.addPerson({ name: 'Ben Ito', role: 'technician', pin: PIN });
    const ask = (who: { personId: string; pin: string }) =>
      world.desk.backup({ ...who, password, onProgress: () => undefined });
    await expect(ask({ personId, pin: '1357' })).rejects.toMatchObject({ code: 'people/wrong-pin' });
    await expect(ask({ personId: ben.id, pin: PIN })).rejects.toMatchObject({ code: 'people/not-allowed' });
    await expect(
      world.desk.backup({ personId, pin: PIN, password: 'short', onProgress: () => undefined }),
    ).rejects.toMatchObject({ code: 'backup/password-too-short' });
    const { file } = await backup();
    const restore = { password, act: null, onProgress: () => undefined };
    await expect(world.desk.restore(stream(file), restore)).rejects.toMatchObject({
      code: 'people/nobody-signed-in',
    });
    expect(await world.desk.restore(stream(file), { ...restore, act: await actor() })).toMatchObject({
      added: 0,
    });
    await expect(
      world.desk.restore(stream(file), { ...restore, act: await actor(), password: 'not this one' }),
    ).rejects.toMatchObject({ code: 'backup/wrong-password' });
  });

  it('purges by the settings, for those who may, and never during a hold', async () => {
    expect(await world.desk.purgeable()).toMatchObject({ orders: 0, legalHold: false, years: 2 });
    const ben = await world.desk.addPerson({ name: 'Ben Ito', role: 'technician', pin: PIN });
    const purge = (who: { personId: string; pin: string }) =>
      world.desk.purge({ ...who, onProgress: () => undefined });
    await expect(purge({ personId: ben.id, pin: PIN })).rejects.toMatchObject({ code: 'people/not-allowed' });
    expect(await purge(await actor())).toBe(0);
    await world.ports.archive.append({
      commandId: 'hold',
      who: 'person',
      orderId: null,
      events: [{ type: 'settings.set', payload: { settings: { legalHold: true } } }],
    });
    await expect(purge(await actor())).rejects.toMatchObject({ code: 'archive/legal-hold' });
  });
});
