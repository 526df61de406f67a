import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Who } from '@/lib/desk';
import { deskWorld, KEY_PASSWORD, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { asFile, exchange, recordsOf, station } from '@/tests/support/archives';
import { finishKeyActs } from './finish-key-acts';

const OTHER = 'battery staple right';
const STRANGERS_PIN = '1357';

let world: DeskWorld;
let holder: Who;
let certificate: string;
beforeEach(async () => {
  world = await deskWorld();
  holder = (await world.desk.who()) as Who;
  certificate = await world.importPfx('full');
});

const remove = (pin = PIN, personId = holder.id) => world.desk.removeKey({ certificate, personId, pin });
const hasKey = async () =>
  (await world.desk.certificates()).find(({ sha256 }) => sha256 === certificate)?.hasKey;
/** Whose keys were deleted, by all events told anew. */
async function deletions() {
  await world.ports.archive.rebuild();
  const { certificates } = await world.ports.archive.directory();
  return certificates.filter(({ keyRemoved }) => keyRemoved === true).map(({ sha256 }) => sha256);
}

describe('the password of a key', () => {
  it('is changed by who knows it', async () => {
    await world.desk.changeKeyPassword({ certificate, password: KEY_PASSWORD, newPassword: OTHER });
    await expect(world.ports.vault.unlock(certificate, OTHER)).resolves.toBeInstanceOf(CryptoKey);
    await expect(
      world.desk.changeKeyPassword({ certificate, password: KEY_PASSWORD, newPassword: `${OTHER} two` }),
    ).rejects.toMatchObject({ code: 'vault/wrong-password' });
  });
});

describe('a change of password', () => {
  const change = () =>
    world.desk.changeKeyPassword({ certificate, password: KEY_PASSWORD, newPassword: OTHER });
  const opensWith = (password: string) =>
    expect(world.ports.vault.unlock(certificate, password)).resolves.toBeInstanceOf(CryptoKey);

  it('is recorded with who made it and when, and holds no password', async () => {
    const append = vi.spyOn(world.ports.archive, 'append');
    await change();
    expect(append.mock.calls.map(([{ who, events }]) => ({ who, events }))).toEqual([
      { who: holder.id, events: [{ type: 'key.password-changed', payload: { sha256: certificate } }] },
    ]);
    expect(await append.mock.results[0]?.value).toMatchObject([{ who: holder.id }]);
    expect(await deletions()).toEqual([]);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('with a wrong password, of no key, or by nobody is none, and isn’t recorded', async () => {
    const append = vi.spyOn(world.ports.archive, 'append');
    const wrong = { certificate, password: `${KEY_PASSWORD}!`, newPassword: OTHER };
    await expect(world.desk.changeKeyPassword(wrong)).rejects.toMatchObject({ code: 'vault/wrong-password' });
    const stranger = { ...wrong, certificate: '0'.repeat(64) };
    await expect(world.desk.changeKeyPassword(stranger)).rejects.toMatchObject({ code: 'vault/key-missing' });
    await world.desk.signOut();
    await expect(change()).rejects.toMatchObject({ code: 'people/nobody-signed-in' });
    expect(append).not.toHaveBeenCalled();
    await opensWith(KEY_PASSWORD);
  });

  it('cut short before its record is recorded at the next start, once, as whose it was', async () => {
    const append = vi
      .spyOn(world.ports.archive, 'append')
      .mockImplementationOnce(() => new Promise(() => undefined));
    void change();
    await vi.waitFor(() => expect(append).toHaveBeenCalledTimes(1));
    append.mockRestore();
    await opensWith(OTHER);
    const before = (await world.ports.archive.verify()).events;
    // The page that died holds its turn no longer.
    const ports = {
      ...world.ports,
      listHosts: { ...world.ports.listHosts, inTurn: <T>(_: string, work: () => Promise<T>) => work() },
    };
    await finishKeyActs(ports);
    await finishKeyActs(ports);
    expect((await world.ports.archive.verify()).events).toBe(before + 1);
    const records = [];
    for await (const batch of world.ports.archive.exportEvents()) records.push(...batch);
    expect(records.at(-1)).toMatchObject({ type: 'key.password-changed', who: holder.id });
  });

  it('that is on record asks for no writing at the next start: the archive may be open for reading alone', async () => {
    await change();
    const readOnly = new CountersignError('archive/read-only');
    const append = vi.spyOn(world.ports.archive, 'append').mockRejectedValue(readOnly);
    await finishKeyActs(world.ports);
    expect(append).not.toHaveBeenCalled();
    append.mockRestore();
  });

  it('that can’t be recorded is taken back', async () => {
    vi.spyOn(world.ports.archive, 'append').mockRejectedValueOnce(new Error('full'));
    await expect(change()).rejects.toThrow('full');
    await opensWith(KEY_PASSWORD);
  });
});

describe('deleting a key', () => {
  it('is recorded with who did it; the certificate stays, and the same file brings the key back', async () => {
    const append = vi.spyOn(world.ports.archive, 'append');
    await remove();
    expect(append.mock.calls.map(([{ who, events }]) => ({ who, events }))).toEqual([
      { who: holder.id, events: [{ type: 'key.removed', payload: { sha256: certificate } }] },
    ]);
    expect(await hasKey()).toBe(false);
    expect(await deletions()).toEqual([certificate]);
    await expect(world.ports.vault.unlock(certificate, KEY_PASSWORD)).rejects.toMatchObject({
      code: 'vault/key-missing',
    });
    await expect(remove()).rejects.toMatchObject({ code: 'vault/key-missing' });

    world.ports.now += 1_000;
    expect(await world.importPfx('full')).toBe(certificate);
    expect(await hasKey()).toBe(true);
    expect(await deletions()).toEqual([]);
    await finishKeyActs(world.ports);
    expect(await hasKey()).toBe(true);
    await remove();
    expect(await hasKey()).toBe(false);
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
  });

  it('asks the PIN, of the holder or the pharmacist in charge', async () => {
    await expect(remove('0000')).rejects.toMatchObject({ code: 'people/wrong-pin' });
    await expect(remove(PIN, 'nobody')).rejects.toMatchObject({ code: 'people/nobody-signed-in' });
    for (const role of ['signer', 'pharmacist', 'technician'] as const) {
      const other = await world.desk.addPerson({ name: 'Someone Else', role, pin: STRANGERS_PIN });
      await expect(remove(STRANGERS_PIN, other.id)).rejects.toMatchObject({ code: 'people/not-allowed' });
    }
    expect(await hasKey()).toBe(true);
    const incharge = await world.desk.addPerson({ name: 'New PIC', role: 'pic', pin: STRANGERS_PIN });
    await remove(STRANGERS_PIN, incharge.id);
    expect(await hasKey()).toBe(false);
  });

  it('cut short after its record is finished at the next start', async () => {
    vi.spyOn(world.ports.vault, 'remove').mockRejectedValueOnce(new Error('died'));
    await expect(remove()).rejects.toThrow('died');
    expect(await hasKey()).toBe(true);
    expect(await deletions()).toEqual([certificate]);
    await finishKeyActs(world.ports);
    expect(await hasKey()).toBe(false);
  });

  it('cut short can be tried again at once, and is recorded once', async () => {
    vi.spyOn(world.ports.vault, 'remove').mockRejectedValueOnce(new Error('died'));
    await expect(remove()).rejects.toThrow('died');
    const before = await world.ports.archive.verify();
    await remove();
    expect(await hasKey()).toBe(false);
    expect(await world.ports.archive.verify()).toEqual(before);
  });

  it('on another computer takes nothing here, and each deletes and records its own', async () => {
    const { archive } = world.ports;
    const other = await station(world.ports.clock);
    await other.archive.merge(asFile(await recordsOf(archive)));
    await other.archive.append({
      ...{ commandId: 'removed-there', who: holder.id, orderId: null },
      events: [{ type: 'key.removed', payload: { sha256: certificate } }],
    });
    await exchange(archive, other.archive);
    await finishKeyActs(world.ports);
    expect(await hasKey()).toBe(true);
    expect(await deletions()).toEqual([]);
    await expect(world.ports.vault.unlock(certificate, KEY_PASSWORD)).resolves.toBeInstanceOf(CryptoKey);
    // Cut short here, after its own record: that one is finished.
    vi.spyOn(world.ports.vault, 'remove').mockRejectedValueOnce(new Error('died'));
    await expect(remove()).rejects.toThrow('died');
    expect(await deletions()).toEqual([certificate]);
    await finishKeyActs(world.ports);
    expect(await hasKey()).toBe(false);
    await other.end();
  });

  it('never happens without its record', async () => {
    vi.spyOn(world.ports.archive, 'append').mockRejectedValueOnce(new Error('full'));
    await expect(remove()).rejects.toThrow('full');
    expect(await hasKey()).toBe(true);
    await finishKeyActs(world.ports);
    expect(await hasKey()).toBe(true);
  });

  it('of a token’s certificate takes only the entry', async () => {
    const { certificates } = await world.ports.archive.directory();
    const [known] = certificates;
    if (!known) throw new Error('no certificate');
    await remove();
    const token = {
      module: '/usr/lib/module.so',
      name: { label: 'Orders', manufacturer: 'Someone', model: 'One', serial: '1' },
    };
    await world.ports.archive.append({
      commandId: 'token',
      who: holder.id,
      orderId: null,
      events: [{ type: 'certificate.added', payload: { certificate: { ...known, addedAt: 1, token } } }],
    });
    await remove();
    expect((await world.desk.certificates()).map(({ sha256 }) => sha256)).not.toContain(certificate);
    await expect(remove()).rejects.toMatchObject({ code: 'vault/key-missing' });
  });
});

describe('an import that died between key and record', () => {
  it('can be made again', async () => {
    await remove();
    const append = vi.spyOn(world.ports.archive, 'append').mockRejectedValueOnce(new Error('died'));
    await expect(world.importPfx('full')).rejects.toThrow('died');
    append.mockRestore();
    await world.importPfx('full');
    expect(await hasKey()).toBe(true);
  });
});
