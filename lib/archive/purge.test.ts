import { describe, expect, it } from 'vitest';
import {
  accepted,
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
import { event, signed } from '@/tests/support/orders';
import { fixedClock } from '@/lib/base';
import type { Archive, Envelope } from './index';

const keep = { years: 2, legalHold: false };
const today = day('2026-11-22');

const received = (date: string) =>
  event('order.received', {
    lines: [
      { lineNumber: 1, packages: 12 },
      { lineNumber: 2, packages: 3 },
    ],
    date: day(date),
    countedBy: 'person-1',
    note: null,
  });

/** Orders of 2023 (1–5), the fifth never received, and of this month (6); the fourth had a record linked last year. */
async function yearsOf(): Promise<Archive> {
  const then = await fresh(fixedClock('2023-03-10T15:00:00Z'));
  await then.append(command(null, registrant));
  for (let n = 1; n <= 5; n++) {
    const order = orderNumbered(n, { date: day(`2023-03-0${String(n)}`) });
    await then.append(
      command(`order-${String(n)}`, request(`order-${String(n)}`), event('order.signed', signed(order))),
    );
    if (n < 5) await then.append(command(`order-${String(n)}`, accepted, received('2023-03-09')));
  }
  const lastYear = await openAgain(fixedClock('2025-06-01T15:00:00Z'));
  await lastYear.append(command('order-4', accepted));
  const now = await openAgain();
  const order = orderNumbered(6, { date: day('2026-11-20') });
  await now.append(command('order-6', event('order.signed', signed(order))));
  return now;
}

async function recordsOf(archive: Archive): Promise<Envelope[]> {
  const records: Envelope[] = [];
  for await (const batch of archive.exportEvents()) records.push(...batch);
  return records;
}

async function* one(records: readonly unknown[]): AsyncGenerator<readonly unknown[]> {
  yield await Promise.resolve(records);
}

describe('purge', () => {
  it('takes what is past retention, keeps its sums and links, and says so', async () => {
    const archive = await yearsOf();
    expect(await archive.purgeable(today, keep)).toEqual({
      until: '2024-11-20',
      orders: 3,
      legalHold: false,
    });
    const told: (readonly number[])[] = [];
    expect(await archive.purge(today, 'person-1', keep, (...at) => told.push(at))).toBe(12);
    expect(told.at(-1)).toEqual([3, 3]);
    const left = (await archive.orders({ limit: 10 })).map(({ orderId }) => orderId);
    expect(left).toEqual(['order-6', 'order-5', 'order-4']);
    expect(await archive.verify()).toMatchObject({ ok: true, broken: null, purged: 12 });
    expect(await archive.order('order-1')).toBeNull();
    expect(await archive.request('order-1')).toBeNull();
    expect(await archive.search('26XAA0001', 5)).toEqual([]);
    const sums = await archive.series('9143', day('2023-01-01'));
    expect(sums.filter(({ date }) => date < '2024').map(({ date, units }) => [date, units])).toEqual([
      ['2023-03-01', 3600],
      ['2023-03-04', 1200],
      ['2023-03-05', 1200],
    ]);
    const folded = await projections();
    await archive.rebuild();
    expect(await projections()).toEqual(folded);
    expect(await archive.purge(today, 'person-1', keep)).toBe(0);
    await archive.append(command('order-6', accepted));
    expect(await archive.verify()).toMatchObject({ ok: true });
  });

  it('keeps all of it during a legal hold, and for as many years as are asked for', async () => {
    const archive = await yearsOf();
    const hold = { years: 2, legalHold: true };
    await expect(archive.purge(today, 'person-1', hold)).rejects.toMatchObject({
      code: 'archive/legal-hold',
    });
    expect(await archive.purge(today, 'person-1', { ...keep, years: 5 })).toBe(0);
    expect(await archive.verify()).not.toHaveProperty('purged');
  });

  it('can’t be pretended: a run without its record, or another than it tells, is named', async () => {
    for (const trick of ['no-record', 'longer', 'hash', 'first-after'] as const) {
      const archive = await yearsOf();
      await archive.purge(today, 'person-1', keep);
      const [gap] = await tamper((db) => db.runs.toArray());
      if (!gap) throw new Error('nothing was purged');
      await tamper(async (db) => {
        const after = [gap.registrant, gap.station, gap.to + 1] as [string, string, number];
        if (trick === 'no-record') await db.events.delete([...gap.by]);
        if (trick === 'longer') {
          const next = await db.events.get(after);
          await db.events.delete(after);
          await db.runs.delete([gap.registrant, gap.station, gap.from, gap.to]);
          await db.runs.put({ ...gap, to: gap.to + 1, hash: next?.hash ?? '' });
        }
        if (trick === 'hash') await db.runs.put({ ...gap, hash: 'f'.repeat(64) });
        if (trick === 'first-after') await db.events.delete(after);
      });
      const { ok, broken } = await archive.verify();
      expect([trick, ok, broken?.seq]).toEqual([
        trick,
        false,
        trick === 'first-after' ? gap.to + 1 : gap.from,
      ]);
    }
  });

  it('goes along into other archives, by what the record tells', async () => {
    const archive = await yearsOf();
    const whole = await recordsOf(archive);
    const daily = await archive.series('9143', day('2023-01-01'));
    await archive.purge(today, 'person-1', keep);
    const purged = await recordsOf(archive);
    const sums = await archive.series('9143', day('2023-01-01'));

    const empty = await fresh();
    await empty.merge(one(purged));
    expect(await empty.verify()).toMatchObject({ ok: true, purged: 12 });
    expect(await empty.series('9143', day('2023-01-01'))).toEqual(sums);

    const older = await fresh();
    await older.merge(one(whole));
    await older.merge(one(purged));
    // A merge takes nothing away: what was purged elsewhere is here until it is purged here.
    expect(await older.verify()).toMatchObject({ ok: true, events: whole.length + 1 });
    expect(await older.series('9143', day('2023-01-01'))).toEqual(daily);
    expect(await older.purge(today, 'person-2', keep)).toBe(12);
    expect(await older.verify()).toMatchObject({ ok: true, purged: 12 });
    expect(await older.series('9143', day('2023-01-01'))).toEqual(sums);

    const forged = purged.filter(({ type }) => type !== 'records.purged');
    await expect((await fresh()).merge(one(forged))).rejects.toMatchObject({
      code: 'archive/record-misplaced',
    });
  });
});
