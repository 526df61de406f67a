import { describe, expect, it } from 'vitest';
import { accepted, command, day, fresh, orderNumbered } from '@/tests/support/archive';
import { event, sampleOrder, seen, signed } from '@/tests/support/orders';

describe('lists and series', () => {
  it('pages newest first and lists what is open', async () => {
    const archive = await fresh();
    for (let n = 1; n <= 7; n++) {
      const date = day(`2026-11-${String(10 + (n % 4)).padStart(2, '0')}`);
      await archive.append(command(`order-${n}`, event('order.signed', signed(orderNumbered(n, { date })))));
    }
    const all = (await archive.orders({ limit: 100 })).map(({ orderId }) => orderId);
    expect(all).toEqual(['order-7', 'order-3', 'order-6', 'order-2', 'order-5', 'order-1', 'order-4']);
    const paged: string[] = [];
    for (let page = await archive.orders({ limit: 3 }); page.length > 0;) {
      paged.push(...page.map(({ orderId }) => orderId));
      page = await archive.orders({ limit: 3, before: paged.at(-1) as string });
    }
    expect(paged).toEqual(all);

    const receive = (packages: [number, number]) =>
      event('order.received', {
        lines: packages.map((count, index) => ({ lineNumber: index + 1, packages: count })),
        date: day('2026-11-22'),
        countedBy: 'person-1',
        note: null,
      });
    await archive.append(command('order-1', accepted, receive([12, 3])));
    await archive.append(command('order-2', event('order.not-accepted', { statement: 'No stock', seen })));
    const old = orderNumbered(99, { date: day('2026-01-05') });
    await archive.append(command('order-99', event('order.signed', signed(old))));
    const openIds = async () => (await archive.openOrders()).map(({ orderId }) => orderId).sort();
    // Day 60 of the old one is long over: it stays until that is recorded, so that nothing ends unseen.
    expect(await openIds()).toEqual(['order-3', 'order-4', 'order-5', 'order-6', 'order-7', 'order-99']);
    const expired = event('order.expired', { on: day('2026-03-06'), balance: [] });
    await archive.append(command('order-99', expired));
    expect(await openIds()).toEqual(['order-3', 'order-4', 'order-5', 'order-6', 'order-7']);
  });

  it('sums what was ordered by day, drops what was not accepted, and counts imported history', async () => {
    const archive = await fresh();
    const one = event('order.signed', signed(orderNumbered(1)));
    const two = event('order.signed', { ...signed(orderNumbered(2)), supplierId: 'supplier-2' });
    await archive.append(command('order-1', one));
    await archive.append(command('order-2', two));
    const before = await archive.series('9143', day('2026-11-01'));
    expect(before.map(({ supplierId, units, strengthMg }) => [supplierId, units, strengthMg])).toEqual([
      ['supplier-1', 1200, 10],
      ['supplier-2', 1200, 10],
    ]);
    expect(before[0]?.baseMg).toBeGreaterThan(10_000);
    const refused = event('order.not-accepted', { statement: 'No stock', seen });
    await archive.append(command('order-2', refused));
    const line = {
      date: sampleOrder.date,
      supplierId: 'supplier-1',
      ndc: null,
      product: 'Oxycodone HCl 10 mg tablets',
      packageSize: 100,
      packages: 2,
    };
    await archive.append(
      command(null, {
        type: 'history.imported',
        payload: { file: 'orders.csv', lines: [line, { ...line, date: day('2026-10-31') }] },
      }),
    );
    expect(await archive.series('9143', day('2026-11-01'))).toMatchObject([
      { supplierId: 'supplier-1', units: 1400, date: '2026-11-20' },
    ]);
    expect(await archive.series('9143', day('2026-01-01'))).toHaveLength(2);
  });
});
