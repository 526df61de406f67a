import { afterEach, describe, expect, it, vi } from 'vitest';
import { fixedClock } from '@/lib/base';
import {
  command,
  day,
  fresh,
  openAgain,
  orderNumbered,
  projections,
  registrant,
  request,
  tamper,
} from '@/tests/support/archive';
import { asFile, recordsOf, station } from '@/tests/support/archives';
import { event, signed } from '@/tests/support/orders';
import { writeBackup } from './backup/write-backup';
import { readBackup } from './backup/read-backup';
import type { Archive } from './index';

afterEach(() => vi.restoreAllMocks());

const today = day('2026-11-22');
const keep = { years: 2, legalHold: false };
const no = event('order.not-accepted', { statement: 'no', seen: { origin: null } });

/** Five old orders that are done, in more than one batch of records. */
async function old(): Promise<Archive> {
  const then = await fresh(fixedClock('2023-03-10T15:00:00Z'));
  await then.append(command(null, registrant));
  for (let n = 1; n <= 5; n++) {
    const order = orderNumbered(n, { date: day('2023-03-01') });
    await then.append(
      command(`order-${String(n)}`, request(`order-${String(n)}`), event('order.signed', signed(order)), no),
    );
  }
  return openAgain();
}

/** From the `count`-th write on, the disk is full; the write before is the last that finds room. */
function fullAfter(count: number): { readonly tried: () => number } {
  let writes = 0;
  for (const act of ['add', 'put'] as const) {
    const real = Reflect.get(IDBObjectStore.prototype, act) as (
      this: IDBObjectStore,
      ...given: readonly unknown[]
    ) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, act).mockImplementation(function (this: IDBObjectStore, ...given) {
      if (++writes > count) throw new DOMException('full', 'QuotaExceededError');
      return real.apply(this, given);
    });
  }
  return { tried: () => writes };
}

async function everything(): Promise<unknown> {
  const tables = await tamper(async (db) => ({
    events: await db.events.toArray(),
    heads: await db.heads.toArray(),
    beside: await db.beside.toArray(),
    words: await db.words.toArray(),
    runs: await db.runs.toArray(),
    carried: await db.carried.toArray(),
    staged: await db.staged.count(),
  }));
  return { ...tables, projections: await projections() };
}

/** Tries an act with a disk that is full after 0, 1, 2 … writes, until it goes through; answers how many there were. */
async function trying(act: () => Promise<unknown>, step: number): Promise<number> {
  const before = await everything();
  for (let room = 0; ; room += step) {
    const { tried } = fullAfter(room);
    const failed = await act().then(
      () => null,
      (error: unknown) => error,
    );
    vi.restoreAllMocks();
    if (failed === null) return tried();
    expect(failed).toMatchObject({ code: 'archive/storage-full' });
    expect(await everything()).toEqual(before);
  }
}

describe('a disk that is full', () => {
  it('half-way through a purge, a rebuild or a merge: nothing of it is written, and it says so', async () => {
    const archive = await old();
    expect(await trying(() => archive.rebuild(), 25)).toBeGreaterThan(25);
    expect(await archive.verify()).toMatchObject({ ok: true });

    const there = await station();
    await there.archive.append(command('order-9', event('order.signed', signed(orderNumbered(9)))));
    await there.archive.append(command(null, registrant));
    const records = await recordsOf(there.archive);
    expect(await trying(() => archive.merge(asFile(records)), 25)).toBeGreaterThan(25);
    expect(await archive.verify()).toMatchObject({ ok: true });
    await there.end();

    expect(await trying(() => archive.purge(today, 'person-1', keep), 1)).toBeGreaterThan(1);
    expect(await archive.verify()).toMatchObject({ ok: true, purged: 15 });
  }, 60_000);

  it('while a backup is taken in on an empty computer: it stays empty, and takes it in once there is room', async () => {
    const archive = await old();
    const clock = fixedClock('2026-11-22T15:00:00Z');
    const password = 'kept in the safe';
    const file = await new Response(
      await writeBackup(archive, { password, clock, onProgress: () => undefined }),
    ).blob();
    const empty = await fresh();
    const restore = async () => empty.merge(await readBackup(file.stream(), password));
    await trying(restore, 45);
    expect(await empty.verify()).toMatchObject({ ok: true, events: 16 });
  }, 60_000);

  it('when a new version makes the overview anew: it opens on the one there was', async () => {
    const archive = await old();
    archive.close();
    await tamper((db) => db.meta.put({ key: 'projections', version: 2 }));
    fullAfter(6);
    const again = await openAgain();
    expect(await again.standing()).toEqual({ readOnly: true, fault: null });
    vi.restoreAllMocks();
    expect(await again.orders({ limit: 10 })).toHaveLength(5);
    const later = await openAgain();
    expect(await later.standing()).toEqual({ readOnly: false, fault: null });
    expect(await later.verify()).toMatchObject({ ok: true });
  });
});
