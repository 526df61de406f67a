import { describe, expect, it } from 'vitest';
import type { NewEvent } from '@/lib/archive';
import type { OrderNumber, PlainDate } from '@/lib/base';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { seenPage, text } from '@/tests/desk/seen-page';
import { sampleOrder, seen, signed } from '@/tests/support/orders';
import { foreignX12 } from '@/tests/support/x12';
import { lookAtPage } from './background';

const NUMBER = '26X900001' as OrderNumber;
const order = { ...sampleOrder, number: NUMBER, date: '2026-11-20' as PlainDate };
const day = (value: string) => value as PlainDate;

const statement = (kind: 'cancellation' | 'lost') => ({
  statement: { kind, text: 'Notice.', signedBy: 'Dana Okafor', date: day('2026-11-22'), cms: null },
});
const cancelled: NewEvent = { type: 'order.cancelled', payload: statement('cancellation') };
const lost: NewEvent = { type: 'order.lost', payload: statement('lost') };
const expired: NewEvent = { type: 'order.expired', payload: { on: day('2027-01-19'), balance: [] } };
const accepted: NewEvent = { type: 'order.accepted', payload: { seen } };
const shipped: NewEvent = {
  type: 'order.shipped',
  payload: { lines: [{ lineNumber: 1, packages: 1 }], date: day('2026-11-21'), seen },
};

async function knownOrder(...after: readonly NewEvent[]): Promise<DeskWorld> {
  const world = await deskWorld();
  await world.ports.archive.append({
    ...{ commandId: 'sign', who: 'system', orderId: 'order-1' },
    events: [
      { type: 'order.signed', payload: { ...signed(order), requestId: 'order-1', supplierId: 'cascade' } },
      { type: 'order.submitted', payload: { how: 'file', seen } },
      ...after,
    ],
  });
  return world;
}

const stateIn = (world: DeskWorld) => world.ports.archive.order('order-1');
const timelineIn = async (world: DeskWorld) =>
  (await world.ports.archive.events('order-1')).slice(2).map(({ type }) => type);

async function look(world: DeskWorld, words: string, reason?: string): Promise<boolean> {
  const page = seenPage({
    kind: 'shipment',
    orderNumber: text(NUMBER),
    state: text(words),
    statement: reason === undefined ? null : text(reason),
  });
  return (await lookAtPage(world.ports, page, 'https://cascade.example/orders')).recorded;
}

async function readRefusal(world: DeskWorld): Promise<boolean> {
  const [dana] = await world.desk.people();
  const segments = [
    'BAK*00*RJ*PO-4711*20261120****S-99*20261121',
    `REF*ZZ*${NUMBER}`,
    'CTT*0',
    'MSG*No allotment for this item.',
  ];
  const bytes = foreignX12({ type: '855', segments }) as Uint8Array<ArrayBuffer>;
  const { orders } = await world.desk.readSupplierFile({ personId: dana?.id ?? '', pin: PIN, bytes });
  return orders[0]?.isNew ?? false;
}

describe('“not accepted” on a page or in a file (1305.25)', () => {
  it('is linked after the purchaser’s own notice, once, with the reason that is seen later', async () => {
    const world = await knownOrder(cancelled);
    expect(await look(world, 'Not Accepted')).toBe(true);
    expect(await look(world, 'Not Accepted')).toBe(false);
    expect(await stateIn(world)).toMatchObject({ phase: 'cancelled', statement: 'Not Accepted' });
    expect(await look(world, 'Not Accepted', 'Your certificate has no schedule 2N.')).toBe(true);
    expect(await look(world, 'Not Accepted', 'Your certificate has no schedule 2N.')).toBe(false);
    expect(await look(world, 'Rejected')).toBe(false);
    // Another statement than the one on record is for people to judge.
    expect(await readRefusal(world)).toBe(false);
    expect(await stateIn(world)).toMatchObject({ statement: 'Your certificate has no schedule 2N.' });
    expect(await timelineIn(world)).toEqual([
      ...['order.cancelled', 'order.not-accepted', 'order.statement-linked'],
    ]);
  });

  it('in a file, after day 60', async () => {
    const world = await knownOrder(expired);
    expect(await readRefusal(world)).toBe(true);
    expect(await readRefusal(world)).toBe(false);
    expect(await stateIn(world)).toMatchObject({
      ...{ phase: 'not-accepted', statement: 'No allotment for this item.', flags: [] },
    });
  });

  it('adds nothing to what was accepted, or shipped before its day 60', async () => {
    const world = await knownOrder(accepted);
    expect([await look(world, 'Not accepted', 'Too late'), await readRefusal(world)]).toEqual([false, false]);
    const gone = await knownOrder(shipped, expired);
    expect([await look(gone, 'Not accepted', 'Too late'), await readRefusal(gone)]).toEqual([false, false]);
    expect(await timelineIn(gone)).toEqual(['order.shipped', 'order.expired']);
  });

  it('in a file brings a lost order to light, as on a page', async () => {
    const world = await knownOrder(lost);
    expect(await readRefusal(world)).toBe(true);
    expect(await stateIn(world)).toMatchObject({ phase: 'not-accepted', turnedUpOn: '2026-11-23' });
    expect(await readRefusal(world)).toBe(false);
  });
});
