import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderNumber, PlainDate } from '@/lib/base';
import type { SeenPage } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage, status, text } from '@/tests/desk/seen-page';
import { lookAtPage, trackOrder } from './background';

const CASCADE = 'https://cascade.example/orders';
const NUMBER = '26X900001' as OrderNumber;
const cart = seenPage({ lines: [seenLine(oxycodone), seenLine(methylphenidate)] });

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

const look = (page: SeenPage, url = CASCADE) => lookAtPage(world.ports, page, url);

async function tracked(): Promise<string> {
  const { orderId } = await trackOrder(world.ports, await look(cart), 'https://cascade.example');
  return orderId;
}

async function receive(orderId: string, packages: readonly number[], date: string): Promise<void> {
  const state = await world.ports.archive.order(orderId);
  const [dana] = await world.desk.people();
  await world.desk.recordReceipt({
    commandId: crypto.randomUUID(),
    orderId,
    expectedVersion: state?.version ?? 0,
    lines: packages.map((count, index) => ({ lineNumber: index + 1, packages: count })),
    date: date as PlainDate,
    note: null,
    personId: dana?.id ?? '',
    pin: PIN,
  });
}

describe('an order that the portal signs by itself', () => {
  it('is tracked once, however often the button is pressed', async () => {
    const first = await tracked();
    expect(await tracked()).toBe(first);
    expect(await world.ports.archive.openOrders()).toHaveLength(1);
  });

  it('gets the number that the portal shows for the same lines, and keeps it', async () => {
    const id = await tracked();
    const { recorded } = await look(seenPage({ ...cart, orderNumber: text(NUMBER) }));
    expect(recorded).toBe(true);
    expect((await world.ports.archive.order(id))?.number).toBe(NUMBER);
    expect((await look(seenPage({ ...cart, orderNumber: text(NUMBER) }))).recorded).toBe(false);
  });

  it('is not taken for last month’s same cart, received or shipped before', async () => {
    const id = await tracked();
    await look(seenPage({ ...cart, kind: 'shipment', orderNumber: text(NUMBER), state: text('Received') }));
    await look(
      seenPage({ ...cart, kind: 'shipment', orderNumber: text(NUMBER), shipDate: text('10/20/2026') }),
    );
    expect(await world.ports.archive.order(id)).toMatchObject({ number: null, phase: 'tracked' });
  });

  it('is not taken for an order with other lines', async () => {
    const id = await tracked();
    await look(seenPage({ lines: [seenLine(oxycodone)], orderNumber: text(NUMBER) }));
    expect((await world.ports.archive.order(id))?.number).toBeNull();
  });

  it('is not read back from another supplier’s page', async () => {
    const id = await tracked();
    await look(seenPage({ ...cart, orderNumber: text(NUMBER) }));
    const history = seenPage({
      kind: 'order-history',
      orders: [{ orderNumber: text(NUMBER), state: status('Received'), date: null }],
    });
    await look(history, 'https://meridian.example/orders');
    expect((await world.ports.archive.order(id))?.phase).toBe('submitted');
    await look(history);
    expect((await world.ports.archive.order(id))?.phase).toBe('received');
  });

  it('stays open in the portal after a working receipt, until the portal says received', async () => {
    const id = await tracked();
    await look(seenPage({ ...cart, orderNumber: text(NUMBER) }));
    const shipment = seenPage({
      kind: 'shipment',
      orderNumber: text(NUMBER),
      shipDate: text('11/23/2026'),
      lines: [seenLine({ ...oxycodone, shipped: '3' }), seenLine({ ...methylphenidate, shipped: '1' })],
    });
    await look(shipment);
    expect(await world.ports.archive.order(id)).toMatchObject({
      phase: 'partly-shipped',
      shippedOn: '2026-11-23',
      receiptOpen: true,
    });
    await receive(id, [3, 1], '2026-11-23');
    const state = await world.ports.archive.order(id);
    expect(state).toMatchObject({ portalReceiptOpen: true, receiptOpen: false });
    const due = await world.desk.due();
    expect(due.items.map(({ kind }) => kind)).toContain('portal-receipt');
  });
});

describe('pages seen late, or in another order', () => {
  const shipment = (...shipped: readonly [string, string]) =>
    seenPage({
      kind: 'shipment',
      orderNumber: text(NUMBER),
      lines: [
        seenLine({ ...oxycodone, shipped: shipped[0] }),
        seenLine({ ...methylphenidate, shipped: shipped[1] }),
      ],
    });

  it('a lower total than known adds nothing, however often it is looked at', async () => {
    const id = await tracked();
    await look(seenPage({ ...cart, orderNumber: text(NUMBER) }));
    await look(shipment('3', '2'));
    const { version } = (await world.ports.archive.order(id)) ?? { version: 0 };
    expect((await look(shipment('3', '1'))).recorded).toBe(false);
    expect((await world.ports.archive.order(id))?.version).toBe(version);
  });

  it('accepted after not accepted is recorded, so that its goods are reminded of', async () => {
    const id = await tracked();
    const said = (words: string) =>
      seenPage({
        kind: 'order-history',
        orders: [{ orderNumber: text(NUMBER), state: text(words), date: null }],
      });
    await look(seenPage({ ...cart, orderNumber: text(NUMBER) }));
    await look(said('Not accepted'));
    expect((await world.ports.archive.order(id))?.phase).toBe('not-accepted');
    await look(said('Shipped'));
    expect(await world.ports.archive.order(id)).toMatchObject({ phase: 'accepted', receiptOpen: true });
  });
});

describe('a receipt', () => {
  it('names the person, links to the order, and refuses what can not be', async () => {
    const id = await tracked();
    await expect(receive(id, [3, -1], '2026-11-23')).rejects.toMatchObject({
      code: 'receipt/quantity-invalid',
    });
    await expect(receive(id, [3, 2], '2026-11-24')).rejects.toMatchObject({ code: 'receipt/date-in-future' });
    await expect(receive(id, [], '2026-11-23')).rejects.toMatchObject({ code: 'receipt/nothing-entered' });
    expect((await world.ports.archive.events(id)).map(({ type }) => type)).toEqual(['order.tracked']);
    await receive(id, [3, 2], '2026-11-23');
    const [, receipt] = await world.ports.archive.events(id);
    expect(receipt).toMatchObject({ orderId: id, type: 'order.received', payload: { date: '2026-11-23' } });
    expect((await world.desk.order(id))?.timeline.at(-1)?.sentence).toContain('Dana Okafor');
  });

  it('is refused with a wrong PIN', async () => {
    const id = await tracked();
    const [dana] = await world.desk.people();
    await expect(
      world.desk.recordReceipt({
        commandId: 'x',
        orderId: id,
        expectedVersion: 1,
        lines: [{ lineNumber: 1, packages: 1 }],
        date: '2026-11-23' as PlainDate,
        note: null,
        personId: dana?.id ?? '',
        pin: '0000',
      }),
    ).rejects.toMatchObject({ code: 'people/wrong-pin' });
  });
});

describe('the panel', () => {
  it('says nothing of other suppliers, and offers what fits the portal', async () => {
    const { view } = await look(cart, 'https://meridian.example/review');
    expect(view).toMatchObject({
      supplierName: 'Meridian Drug',
      actions: ['review', 'prepare', 'teach'],
      unreceived: [],
    });
    expect((await look(cart)).view?.actions).toEqual(['track', 'teach']);
  });

  it('names the gaps of a line', async () => {
    const page = seenPage({
      lines: [seenLine({ ndc: '99901-0110-01', description: 'WIDGET', packages: '2' })],
    });
    const [line] = (await look(page, 'https://meridian.example/review')).view?.lines ?? [];
    expect(line?.gaps.length).toBeGreaterThan(0);
  });

  it('stays silent on a page that is no order while nothing is open', async () => {
    expect((await look(seenPage({ kind: 'none' }))).view).toBeNull();
  });
});

describe('history', () => {
  const csv =
    'date,supplier,ndc,product,package_size,packages\n2026-10-01,meridian,,OXYCODONE HCL 10MG TAB,100,3\n2026-13-01,meridian,,X,100,1\n2026-10-02,,,X,100,1\n2026-10-02,harbor,,X,100,1e2\n';

  it('is taken line by line, with a reason for each refusal, and only once', async () => {
    const progress: number[] = [];
    const report = await world.desk.importHistory('history.csv', csv, (done) => progress.push(done));
    expect(report.taken).toHaveLength(1);
    expect(report.refused.map(({ row }) => row)).toEqual([2, 3, 4]);
    await expect(world.desk.importHistory('history.csv', csv, () => undefined)).rejects.toMatchObject({
      code: 'import/known',
    });
    const series = await world.ports.archive.series('9143', '2026-01-01' as PlainDate);
    expect(series.map(({ units }) => units)).toEqual([300]);
    expect(progress).toEqual([1]);
  });

  it('refuses what is no table', async () => {
    await expect(world.desk.importHistory('x.csv', 'hello', () => undefined)).rejects.toMatchObject({
      code: 'import/not-a-csv',
    });
    await expect(world.desk.importHistory('x.csv', 'date,supplier\n', () => undefined)).rejects.toMatchObject(
      { code: 'import/column-missing' },
    );
  });
});
