import { describe, expect, it } from 'vitest';
import { fixedClock } from '@/lib/base';
import type { BesideRecord } from '@/lib/order';
import { accepted, command, day, fresh, openAgain, orderNumbered, registrant } from '@/tests/support/archive';
import { asFile, recordsOf, station } from '@/tests/support/archives';
import { event, sampleOrder, signed } from '@/tests/support/orders';
import type { Archive, NewEvent } from './index';

const today = day('2026-11-22');
const keep = { years: 2, legalHold: false };
const then = fixedClock('2023-03-10T15:00:00Z');
const lastYear = fixedClock('2025-06-01T15:00:00Z');

const received = event('order.received', {
  lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
  ...{ date: day('2023-03-09'), countedBy: 'person-1', note: null },
});
const order = (n: number) => orderNumbered(n, { date: day('2023-03-01') });
const returned = (id: string, reference: string, kind: BesideRecord['kind'] = 'return'): NewEvent => ({
  type: 'record.entered',
  payload: {
    record: {
      ...{ id, kind, registrant: sampleOrder.purchaser.deaNumber, date: day('2023-03-20') },
      ...{ other: { name: 'Example Wholesale, Inc.', deaNumber: null }, reference, note: null, files: [] },
      lines: [
        {
          ...{ lineNumber: 1, name: 'Oxycodone HCl 10 mg tablets', ndc11: null, strength: null },
          ...{ schedule: '2', packageSize: 100, packages: 1, looseUnits: 0 },
        },
      ],
    } satisfies BesideRecord,
  },
});
const done = async (archive: Archive, n: number) =>
  archive.append(command(`order-${String(n)}`, event('order.signed', signed(order(n))), received));
const left = async (archive: Archive) =>
  (await archive.orders({ limit: 10 })).map(({ orderId }) => orderId).sort();

describe('what is linked to an order', () => {
  it.each(['26XAA0001', '26X AA0 001', '26xaa0001', '26XAA 0001', '26 x aa0001'])(
    'is kept, and keeps it: a return that names %s',
    async (named) => {
      const archive = await fresh(then);
      await archive.append(command(null, registrant));
      for (const n of [1, 2]) await done(archive, n);
      await (await openAgain(lastYear)).append(command('return-1', returned('return-1', named)));
      const now = await openAgain();
      expect(await now.purgeable(today, keep)).toMatchObject({ orders: 1 });
      expect(await now.purge(today, 'person-1', keep)).toBe(2);
      expect(await left(now)).toEqual(['order-1']);
      expect(await now.besideRecords({ limit: 5 })).toHaveLength(1);
      expect(await now.verify()).toMatchObject({ ok: true });
      // Once the return is past its time as well, both go.
      const later = await openAgain(fixedClock('2028-01-01T15:00:00Z'));
      expect(await later.purgeable(day('2028-01-01'), keep)).not.toHaveProperty('beside');
      expect(await later.purge(day('2028-01-01'), 'person-1', keep)).toBe(3);
      expect([await left(later), await later.besideRecords({ limit: 5 })]).toEqual([[], []]);
      expect(await later.verify()).toMatchObject({ ok: true });
    },
  );

  it('is its replacement, and what names that one: all are kept from the last record of any', async () => {
    const archive = await fresh(then);
    await archive.append(command(null, registrant));
    await done(archive, 1);
    await done(archive, 2);
    await archive.append(
      command('order-1', event('order.replaced', { by: { orderId: 'order-2', number: order(2).number } })),
    );
    await archive.append(
      command('order-2', event('order.replaces', { first: { orderId: 'order-1', number: order(1).number } })),
    );
    await archive.append(command('return-1', returned('return-1', order(2).number)));
    const lately = await openAgain(lastYear);
    const back = { date: day('2025-06-01'), how: 'letter' };
    await lately.append(command('return-1', { type: 'loss.notified', payload: back }));
    const now = await openAgain();
    expect(await now.purge(today, 'person-1', keep)).toBe(0);
    expect(await left(now)).toEqual(['order-1', 'order-2']);
    // Without that last record, all three are past their time together.
    const other = await station();
    await other.archive.merge(asFile((await recordsOf(now)).filter(({ time }) => time[0] < lastYear.now())));
    expect(await other.archive.purge(today, 'person-1', keep)).toBe(7);
    expect(await left(other.archive)).toEqual([]);
    await other.end();
  });

  it('keeps an order that another computer purged before the link came', async () => {
    const archive = await fresh(then);
    await archive.append(command(null, registrant));
    await done(archive, 1);
    const other = await station();
    await other.archive.merge(asFile(await recordsOf(archive)));
    await (await openAgain(lastYear)).append(command('return-1', returned('return-1', '26XAA0001')));
    expect(await other.archive.purge(today, 'person-2', keep)).toBe(2);
    const now = await openAgain();
    await now.merge(asFile(await recordsOf(other.archive)));
    expect(await left(now)).toEqual(['order-1']);
    await now.append(command('order-1', accepted));
    expect(await now.verify()).toMatchObject({ ok: true });
    await other.end();
  });

  it('more than a slice of records beside CSOS that are kept don’t keep the others', async () => {
    const archive = await fresh(then);
    await archive.append(command(null, registrant));
    // Forms whose goods nobody counted: they ask for something, so they stay.
    for (let n = 0; n < 101; n++) {
      const id = `a-${String(n).padStart(3, '0')}`;
      await archive.append(command(id, returned(id, 'none', 'paper-222')));
    }
    await archive.append(command('z-1', returned('z-1', 'none')));
    const now = await openAgain();
    expect(await now.purgeable(today, keep)).toMatchObject({ orders: 0, beside: 1 });
    const told: (readonly number[])[] = [];
    expect(await now.purge(today, 'person-1', keep, (...at) => told.push(at))).toBe(1);
    expect(told.at(-1)).toEqual([1, 1]);
    expect(await now.besideRecords({ limit: 500 })).toHaveLength(101);
  });
});
