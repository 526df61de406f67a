import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixedClock, type DeaNumber } from '@/lib/base';
import type { BesideRecord } from '@/lib/order';
import {
  clock,
  command,
  day,
  fresh,
  openAgain,
  orderNumbered,
  registrant,
  tamper,
} from '@/tests/support/archive';
import { asFile, exchange, recordsOf, station } from '@/tests/support/archives';
import { event, sampleOrder, signed } from '@/tests/support/orders';
import type { Archive, NewEvent } from './index';
import { sameNumbersOf } from './same-numbers';

const keep = { years: 2, legalHold: false };
const at = (date: string) => fixedClock(`${date}T15:00:00Z`);
const received = event('order.received', {
  lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
  ...{ date: day('2023-03-09'), countedBy: 'person-1', note: null },
});
const hold = (of: DeaNumber | null): NewEvent => ({
  type: 'hold.placed',
  payload: { registrant: of, reason: 'subpoena of November' },
});
const clinic = 'BC1234563' as DeaNumber;

const ends: (() => Promise<void>)[] = [];
const computer = async (date: string) => {
  const made = await station(at(date));
  ends.push(made.end);
  return made;
};
/** A new computer, to which a backup is restored. */
async function restored(from: Archive): Promise<Archive> {
  const made = await station(clock);
  ends.push(made.end);
  await made.archive.merge(asFile(await recordsOf(from)));
  return made.archive;
}
const done = (archive: Archive, n: number) =>
  archive.append(
    command(
      `order-${String(n)}`,
      event('order.signed', signed(orderNumbered(n, { date: day('2023-03-01') }))),
      received,
    ),
  );
const left = async (archive: Archive) =>
  (await archive.orders({ limit: 10 })).map(({ orderId }) => orderId).sort();
const returned = (of: DeaNumber): NewEvent => ({
  type: 'record.entered',
  payload: {
    record: {
      ...{ id: 'return-1', kind: 'return', registrant: of, date: day('2023-03-20') },
      ...{ other: { name: 'Example Wholesale, Inc.', deaNumber: null }, reference: '26XAA0001' },
      ...{ note: null, files: [] },
      lines: [
        {
          ...{ lineNumber: 1, name: 'Oxycodone HCl 10 mg tablets', ndc11: null, strength: null },
          ...{ schedule: '2', packageSize: 100, packages: 1, looseUnits: 0 },
        },
      ],
    } satisfies BesideRecord,
  },
});

/** One computer with orders whose records stand next to each other, one a day given; and another that took them in. */
async function two(...dates: string[]) {
  const first = await fresh(at(dates[0] ?? '2023-03-10'));
  await first.append(command(null, registrant));
  await first.append(
    command(null, {
      type: 'registrant.set',
      payload: {
        registrant: { ...sampleOrder.purchaser, name: 'Clinic', deaNumber: clinic, zone: 'America/New_York' },
        replaces: null,
      },
    }),
  );
  for (const [index, date] of dates.entries()) await done(await openAgain(at(date)), index + 1);
  const other = await computer(dates.at(-1) ?? '2023-03-10');
  await other.archive.merge(asFile(await recordsOf(first)));
  return { here: await openAgain(), other, there: await other.again(clock) };
}

beforeEach(() => vi.restoreAllMocks());
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('two computers that purge, each on days of its own', () => {
  it('are whole once each knows of the other’s, and so is what is restored from either', async () => {
    const { here, there } = await two('2023-03-10', '2023-04-10', '2023-05-10');
    // One, and then two and three, as one run; there. One and two, as one run; here.
    expect(await there.purge(day('2025-04-01'), 'person-2', keep)).toBe(2);
    expect(await there.purge(day('2025-06-01'), 'person-2', keep)).toBe(4);
    expect(await here.purge(day('2025-05-01'), 'person-1', keep)).toBe(4);
    await exchange(here, there);
    // What one of them still had is on both now: a merge takes nothing away.
    for (const archive of [here, there]) {
      expect(await left(archive)).toEqual(['order-3']);
      expect(await archive.verify()).toMatchObject({ ok: true, broken: null, purged: 4 });
      expect(await left(await restored(archive))).toEqual(['order-3']);
    }
    for (const archive of [here, there]) {
      expect(await archive.purge(day('2025-06-01'), 'person-1', keep)).toBe(2);
      expect(await left(archive)).toEqual([]);
      expect(await archive.verify()).toMatchObject({ ok: true, broken: null, purged: 6 });
      const anew = await restored(archive);
      expect(await anew.verify()).toMatchObject({ ok: true, broken: null, purged: 6 });
    }
  });

  it('keep what is on hold where half of the other’s run was purged before', async () => {
    const { here, there } = await two('2023-03-10', '2023-04-10');
    expect(await there.purge(day('2025-04-01'), 'person-2', keep)).toBe(2);
    await there.append(command(null, hold(null)));
    expect(await here.purge(day('2025-05-01'), 'person-1', keep)).toBe(4);
    expect(await there.merge(asFile(await recordsOf(here)))).toMatchObject({ kept: 2 });
    expect(await there.verify()).toMatchObject({ ok: true, broken: null, purged: 2 });
    const anew = await restored(there);
    expect(await left(anew)).toEqual(['order-2']);
    expect(await anew.verify()).toMatchObject({ ok: true, broken: null, purged: 2 });
  });

  it('make backups that come back, where the first half of the other’s run was held and is no longer', async () => {
    const { here, other, there } = await two('2023-03-10', '2023-03-11');
    await (
      await other.again(at('2023-04-20'))
    ).append(command('return-1', returned(sampleOrder.purchaser.deaNumber)));
    expect(await there.purge(day('2025-04-15'), 'person-2', keep)).toBe(2);
    expect(await left(there)).toEqual(['order-1']);
    expect(await here.purge(day('2025-05-01'), 'person-1', keep)).toBe(4);
    await there.append(command(null, hold(null)));
    expect(await there.merge(asFile(await recordsOf(here)))).toMatchObject({ kept: 2 });
    const [{ id } = { id: '' }] = (await there.directory()).holds;
    await there.append(
      command(null, { type: 'hold.lifted', payload: { hold: id, reason: 'the court is done' } }),
    );
    const anew = await restored(there);
    expect(await left(anew)).toEqual(['order-1']);
    expect(await anew.verify()).toMatchObject({ ok: true, broken: null, purged: 2 });
    expect(await anew.purge(day('2025-05-01'), 'person-3', keep)).toBe(3);
    expect(await left(anew)).toEqual([]);
    expect(await (await restored(anew)).verify()).toMatchObject({ ok: true, broken: null, purged: 5 });
  });

  it('take nothing that is linked to another location’s record on hold', async () => {
    const { here, other, there } = await two('2023-03-10');
    await (await other.again(at('2023-04-20'))).append(command('return-1', returned(clinic)));
    await there.append(command(null, hold(clinic)));
    expect(await here.purge(day('2025-05-01'), 'person-1', keep)).toBe(2);
    expect(await there.merge(asFile(await recordsOf(here)))).toMatchObject({ kept: 2 });
    expect(await left(there)).toEqual(['order-1']);
    expect(await there.verify()).toMatchObject({ ok: true, broken: null });
  });
});

describe('what is read out while another computer’s purge comes in', () => {
  it('is no copy, also where that purge goes on from one that was here', async () => {
    const { here, there } = await two('2023-03-10', '2023-04-10');
    expect(await there.purge(day('2025-04-01'), 'person-2', keep)).toBe(2);
    expect(await here.purge(day('2025-05-01'), 'person-1', keep)).toBe(4);
    const came = await recordsOf(here);
    const read = there.exportEvents()[Symbol.asyncIterator]();
    await read.next();
    await there.merge(asFile(came));
    const rest = async () => {
      for (let end: boolean | undefined = false; end !== true;) ({ done: end } = await read.next());
    };
    await expect(rest()).rejects.toMatchObject({ code: 'archive/version-conflict' });
  });
});

describe('numbers of ten years of orders that a merge brought', () => {
  it('are looked at some at a time', async () => {
    await fresh();
    await tamper(async (db) => {
      const asked = vi.spyOn(db.orders, 'bulkGet');
      await sameNumbersOf(
        db,
        Array.from({ length: 1_001 }, (_, n) => `order-${String(n)}`),
      );
      expect(asked.mock.calls.reduce((sum, [keys]) => sum + keys.length, 0)).toBe(1_001);
      expect(Math.max(...asked.mock.calls.map(([keys]) => keys.length))).toBeLessThanOrEqual(200);
    });
  });
});
