import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderEvent } from '@/lib/order';
import {
  accepted,
  command,
  day,
  fresh,
  openAgain,
  orderNumbered,
  registrant,
  request,
  tamper,
} from '@/tests/support/archive';
import { anyLaterEvent, event, signed } from '@/tests/support/orders';
import type { Archive } from './archive';
import type { ArchiveDatabase } from './database';

async function filled(): Promise<Archive> {
  const archive = await fresh();
  await archive.append(command(null, registrant));
  for (const n of [1, 2, 3])
    await archive.append(
      command(
        `order-${String(n)}`,
        request(`order-${String(n)}`),
        event('order.signed', signed(orderNumbered(n))),
      ),
    );
  await archive.append(command('order-2', accepted));
  await archive.allocateNumber('request-9', 'person-1', day('2026-11-22'));
  return archive;
}

const tricks: readonly (readonly [
  name: string,
  differs: object,
  work: (db: ArchiveDatabase) => Promise<unknown>,
])[] = [
  [
    'an order said to be received',
    { table: 'orders', key: 'order-2', number: '26XAA0002' },
    async (db) => {
      const row = await db.orders.get('order-2');
      if (row) await db.orders.put({ ...row, state: { ...row.state, phase: 'received' } });
    },
  ],
  ['an order gone', { table: 'orders', key: 'order-3' }, (db) => db.orders.delete('order-3')],
  [
    'an order that nobody recorded',
    { table: 'orders', key: 'order-x' },
    async (db) => {
      const row = await db.orders.get('order-2');
      if (row) await db.orders.put({ ...row, orderId: 'order-x' });
    },
  ],
  ['a request gone', { table: 'requests', key: 'order-1' }, (db) => db.requests.delete('order-1')],
  [
    'a daily sum altered',
    { table: 'series' },
    async (db) => {
      const row = await db.series.toCollection().first();
      if (row) await db.series.put({ ...row, milliUnits: row.milliUnits + 1 });
    },
  ],
  ['a daily sum gone', { table: 'series' }, (db) => db.series.clear()],
  ['a number forgotten', { table: 'numbers' }, (db) => db.numbers.clear()],
  [
    'a word of the search gone',
    { table: 'words' },
    (db) => db.words.filter(({ word }) => word === 'oxycodone').delete(),
  ],
  [
    'a word that no order holds',
    { table: 'words' },
    (db) =>
      db.words.put({ word: 'x', orderedOn: day('2026-11-20'), wall: 1, counter: 0, orderId: 'order-1' }),
  ],
  [
    'another person in charge',
    { table: 'directory' },
    async (db) => {
      const row = await db.meta.get('directory');
      if (row?.key === 'directory')
        await db.meta.put({
          ...row,
          directory: { ...row.directory, settings: { retentionYears: 1 } as never },
        });
    },
  ],
];

describe('verify of the overview', () => {
  it.each(tricks)('finds %s, and a rebuild mends it', async (_name, differs, work) => {
    const archive = await filled();
    expect(await archive.verify()).toEqual({ ok: true, events: 9, broken: null });
    await tamper(work);
    expect(await archive.verify()).toMatchObject({ ok: false, events: 9, broken: null, differs });
    await archive.rebuild();
    expect(await archive.verify()).toEqual({ ok: true, events: 9, broken: null });
  });

  it('finds nothing in random histories, as they are written', async () => {
    const act = fc.record({
      order: fc.integer({ min: 1, max: 3 }),
      events: fc.array(anyLaterEvent, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const archive = await filled();
        for (const { order, events } of acts) {
          const lawful = events.filter(({ type }) => type !== 'order.numbered');
          const plain = JSON.parse(JSON.stringify(lawful).replaceAll('null', '0')) as OrderEvent[];
          await archive.append(command(`order-${String(order)}`, ...plain));
        }
        expect(await archive.verify()).toMatchObject({ ok: true, broken: null });
        archive.close();
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('finds nothing while another window writes', async () => {
    const archive = await filled();
    const other = await openAgain();
    const [verdict] = await Promise.all([
      archive.verify(),
      ...Array.from({ length: 12 }, () => other.append(command('order-1', accepted))),
    ]);
    expect(verdict).toMatchObject({ ok: true, broken: null });
    expect(verdict).not.toHaveProperty('differs');
  });
});

describe('verify of the chains', () => {
  it('names records that changed places, and heads that were altered or removed', async () => {
    const swap = await filled();
    await tamper(async (db) => {
      const [third, fourth] = await db.events.orderBy(':id').offset(3).limit(2).toArray();
      if (third && fourth)
        await db.events.bulkPut([
          { ...third, seq: fourth.seq },
          { ...fourth, seq: third.seq },
        ]);
    });
    const places = await tamper((db) => db.events.orderBy(':id').offset(3).first());
    expect(await swap.verify()).toMatchObject({ ok: false, broken: { seq: places?.seq } });

    for (const trick of ['altered', 'removed', 'behind'] as const) {
      const archive = await filled();
      const head = await tamper((db) => db.heads.orderBy(':id').last());
      if (!head) throw new Error('no head');
      await tamper(async (db) => {
        if (trick === 'altered') await db.heads.put({ ...head, hash: 'f'.repeat(64) });
        if (trick === 'removed') await db.heads.delete([head.registrant, head.station]);
        if (trick === 'behind') await db.heads.put({ ...head, seq: head.seq - 1 });
      });
      expect([trick, await archive.verify()]).toMatchObject([
        trick,
        { ok: false, broken: { station: head.station, seq: head.seq + 1 } },
      ]);
    }
  });
});
