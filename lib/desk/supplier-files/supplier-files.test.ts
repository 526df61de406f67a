import { beforeEach, describe, expect, it } from 'vitest';
import type { DeaNumber, OrderNumber, PlainDate } from '@/lib/base';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { sampleOrder, seen, signed } from '@/tests/support/orders';
import { acknowledgement855, foreignX12, shipNotice856 } from '@/tests/support/x12';

/** The order that the documents answer: 12 packages of line 1, 3 of line 2 (item 777). */
const order = {
  ...sampleOrder,
  number: '26X100208' as OrderNumber,
  date: '2026-11-20' as PlainDate,
  lines: sampleOrder.lines.map((line) => (line.lineNumber === 2 ? { ...line, itemNumber: '777' } : line)),
};

let world: DeskWorld;
let personId: string;
beforeEach(async () => {
  world = await deskWorld();
  const [first] = await world.desk.people();
  personId = first?.id ?? '';
});

async function known(change: Partial<typeof order> = {}): Promise<string> {
  await world.ports.archive.append({
    commandId: crypto.randomUUID(),
    who: personId,
    orderId: 'order-1',
    events: [
      { type: 'order.signed', payload: signed({ ...order, ...change }) },
      { type: 'order.submitted', payload: { how: 'file', seen } },
    ],
  });
  return 'order-1';
}

const read = (type: string, segments: readonly string[]) =>
  world.desk.readSupplierFile({
    personId,
    pin: PIN,
    bytes: foreignX12({ type, segments }) as Uint8Array<ArrayBuffer>,
  });
const state = () => world.ports.archive.order('order-1');

describe('a file that a supplier offers', () => {
  it('accepts an order and voids the line that it refuses, once', async () => {
    const orderId = await known();
    const report = await read('855', acknowledgement855);
    expect(report).toEqual({ orders: [{ orderId, number: '26X100208', isNew: true }], left: [] });
    const told = await state();
    expect(told?.phase).toBe('accepted');
    expect(told?.lines.map(({ voided }) => voided)).toEqual([false, true]);
    expect((await read('855', acknowledgement855)).orders[0]?.isNew).toBe(false);
    expect((await state())?.version).toBe(told?.version);
  });

  it('adds shipments up, each once, and one that was taken back is left to people', async () => {
    await known();
    await read('856', shipNotice856);
    expect((await state())?.lines.map(({ shipped }) => shipped)).toEqual([10, 3]);
    await read('856', shipNotice856);
    expect((await state())?.lines.map(({ shipped }) => shipped)).toEqual([10, 3]);
    const second = shipNotice856.map((segment) =>
      segment
        .replace('SHIP-7', 'SHIP-8')
        .replace('SN1*1*10*EA', 'SN1*1*2*EA')
        .replace('SN1**3.0*EA', 'SN1**0*EA'),
    );
    await read('856', second);
    expect((await state())?.lines.map(({ shipped }) => shipped)).toEqual([12, 3]);
    const back = shipNotice856.map((segment) => segment.replace('BSN*00*', 'BSN*01*'));
    expect((await read('856', back)).left).toEqual([{ reference: 'PO-4711', why: 'shipment-changed' }]);
  });

  it('counts a shipment that a correction withdrew no longer', async () => {
    await known();
    await read('856', shipNotice856);
    const [event] = (await world.ports.archive.events('order-1')).filter(
      ({ type }) => type === 'order.shipped',
    );
    if (!event) throw new Error('no shipment');
    await world.ports.archive.append({
      commandId: crypto.randomUUID(),
      who: personId,
      orderId: 'order-1',
      events: [
        {
          type: 'order.corrected',
          payload: {
            corrects: `${event.registrant}/${event.station}/${event.seq}`,
            replacement: null,
            reason: 'another pharmacy’s notice',
          },
        },
      ],
    });
    await read(
      '856',
      shipNotice856.map((segment) => segment.replace('SHIP-7', 'SHIP-9')),
    );
    expect((await state())?.lines.map(({ shipped }) => shipped)).toEqual([10, 3]);
  });

  it('leaves what speaks of unknown orders, of others, or of lines that can’t be told apart', async () => {
    expect((await read('855', acknowledgement855)).left).toEqual([
      { reference: 'PO-4711', why: 'unknown-order' },
    ]);
    await known({ supplier: { ...order.supplier, deaNumber: 'RA0123457' as DeaNumber } });
    expect((await read('855', acknowledgement855)).left).toEqual([
      { reference: 'PO-4711', why: 'other-party' },
    ]);
    expect((await state())?.phase).toBe('submitted');
  });

  it('is refused when it is none, and without the PIN', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7');
    await expect(world.desk.readSupplierFile({ personId, pin: PIN, bytes })).rejects.toMatchObject({
      code: 'supplier-file/unknown-kind',
    });
    await expect(world.desk.readSupplierFile({ personId, pin: '9999', bytes })).rejects.toMatchObject({
      code: 'people/wrong-pin',
    });
  });
});
