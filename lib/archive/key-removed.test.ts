import { describe, expect, it } from 'vitest';
import { command, fresh, tamper } from '@/tests/support/archive';
import { asFile, exchange, recordsOf, station } from '@/tests/support/archives';
import type { Archive, KnownCertificate, NewEvent } from './index';

const sha256 = 'c'.repeat(64);
const certificate: KnownCertificate = { sha256, der: '', chain: [], personId: 'person-1', addedAt: 1 };
const added: NewEvent = { type: 'certificate.added', payload: { certificate } };
const removed: NewEvent = { type: 'key.removed', payload: { sha256 } };
const isRemoved = async (archive: Archive) =>
  (await archive.directory()).certificates[0]?.keyRemoved ?? false;

describe('a key that was deleted on one computer', () => {
  it('is deleted on that one alone, also once both know all, and until it is brought in there again', async () => {
    const here = await fresh();
    await here.append(command(null, added));
    const { archive: there, end } = await station();
    await there.merge(asFile(await recordsOf(here)));
    await there.append(command(null, removed));
    await exchange(here, there);
    expect([await isRemoved(here), await isRemoved(there)]).toEqual([false, true]);
    // Brought in here once more: that says nothing of the other computer.
    await here.append(command(null, added));
    await exchange(here, there);
    expect([await isRemoved(here), await isRemoved(there)]).toEqual([false, true]);
    expect(await here.verify()).toMatchObject({ ok: true });
    expect(await there.verify()).toMatchObject({ ok: true });
    await there.append(command(null, added));
    expect(await isRemoved(there)).toBe(false);
    await end();
  });

  it('asks nobody to renew its certificate, until it is brought in somewhere again', async () => {
    const here = await fresh();
    await here.append(command(null, added));
    await here.append(command(null, removed));
    const { archive: there, end } = await station();
    await there.merge(asFile(await recordsOf(here)));
    const keyOn = async () => (await there.directory()).certificates[0]?.keyOn;
    expect([await isRemoved(there), await keyOn()]).toEqual([false, []]);
    await there.append(command(null, added));
    expect(await keyOn()).toEqual([await there.station()]);
    // Deleted here once more: there it still signs, and is to be renewed.
    await here.append(command(null, added));
    await here.append(command(null, removed));
    await exchange(here, there);
    expect(await keyOn()).toEqual([await there.station()]);
    expect(await there.verify()).toMatchObject({ ok: true });
    await end();
  });

  it('is of use there again where a token with it was added on another', async () => {
    const here = await fresh();
    await here.append(command(null, added));
    await here.append(command(null, removed));
    const { archive: there, end } = await station();
    await there.merge(asFile(await recordsOf(here)));
    const token = {
      module: 'opensc',
      name: { label: 'Card', serial: '1', manufacturer: 'Example', model: 'Card' },
    };
    await there.append(
      command(null, { type: 'certificate.added', payload: { certificate: { ...certificate, token } } }),
    );
    await exchange(here, there);
    expect(await isRemoved(here)).toBe(false);
    expect(await here.verify()).toMatchObject({ ok: true });
    await end();
  });

  it('stays deleted on it when it goes on as another station', async () => {
    const lost = await station();
    await lost.archive.append(command(null, added));
    await lost.archive.append(command(null, removed));
    // Its profile was put back from before the deletion, and then the newest backup was restored.
    const back = await fresh();
    const id = await lost.archive.station();
    await tamper((db) => db.meta.put({ key: 'station', id, prefix: 'ZZ' }));
    await back.merge(asFile(await recordsOf(lost.archive)));
    expect(await back.station()).not.toBe(id);
    expect(await isRemoved(back)).toBe(true);
    expect(await back.verify()).toMatchObject({ ok: true });
    await lost.end();
  });
});
