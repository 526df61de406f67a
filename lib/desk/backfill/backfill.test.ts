import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderNumber, PlainDate } from '@/lib/base';
import type { SeenOrder, SeenPage } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage, text } from '@/tests/desk/seen-page';
import { lookAtPage, takeFromPage, trackOrder } from '../background';

const URL = 'https://cascade.example/orders?session=abc';
const lines = [seenLine(oxycodone), seenLine(methylphenidate)];

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

const listed = (number: string, date: string | null, more: Partial<SeenOrder> = {}): SeenOrder => ({
  orderNumber: text(number),
  state: text('Shipped'),
  date: date === null ? null : text(date),
  lines: [seenLine(oxycodone)],
  ...more,
});
const list = (...orders: SeenOrder[]): SeenPage => seenPage({ kind: 'order-history', url: URL, orders });
const shipment = (number: string, more: Partial<SeenPage> = {}): SeenPage =>
  seenPage({
    kind: 'shipment',
    url: URL,
    orderNumber: text(number),
    shipDate: text('11/02/2026'),
    lines,
    ...more,
  });

const look = (page: SeenPage) => lookAtPage(world.ports, page, URL);
const take = (page: SeenPage) => takeFromPage(world.ports, page, URL);
const units = async () =>
  (await world.ports.archive.series('9143', '2026-01-01' as PlainDate)).map(({ date, units: n }) => [
    date,
    n,
  ]);
const imports = async () => (await world.ports.archive.directory()).imports;

describe('orders of a portal that aren’t known here', () => {
  it('are offered, taken by a press, counted once as history is, and say which page they came from', async () => {
    const page = list(
      listed('26X100201', '10/01/2026'),
      listed('26X100202', '10/02/2026', { lines }),
      listed('26X100201', '10/01/2026'),
    );
    const { view } = await look(page);
    expect(view?.actions).toContain('backfill');
    expect(view?.notice).toBe(
      '2 orders on this page aren’t known here. Taken into the history, they count when later orders are compared.',
    );
    expect(await units()).toEqual([]);
    expect(await take(page)).toBe(
      '2 orders were taken into the history, with 3 lines. They can be withdrawn under Earlier orders.',
    );
    expect(await units()).toEqual([
      ['2026-10-01', 300],
      ['2026-10-02', 300],
    ]);
    expect((await look(page)).view).toBeNull();
    expect(await take(page)).toBe('Nothing on this page could be taken into the history.');
    expect(await units()).toEqual([
      ['2026-10-01', 300],
      ['2026-10-02', 300],
    ]);
    const events = [];
    for await (const batch of world.ports.archive.exportEvents()) events.push(...batch);
    const first = events.find(({ type }) => type === 'history.imported');
    expect(first?.payload).toMatchObject({
      file: 'cascade.example',
      page: {
        origin: 'https://cascade.example',
        path: '/orders',
        seenOn: '2026-11-23',
        purchaserDea: (await world.desk.registrant())?.deaNumber,
      },
      lines: [{ order: '26X100201', supplierId: 'cascade', date: '2026-10-01', packages: 3 }],
    });
    expect(JSON.stringify(first)).not.toContain('abc');
  });

  it('are taken from their own page too, and the same order is one, wherever it was seen', async () => {
    await take(shipment('26X100201'));
    expect(await units()).toEqual([['2026-11-02', 300]]);
    await take(list(listed('26X100201', '10/01/2026')));
    expect(await units()).toEqual([['2026-11-02', 300]]);
  });

  it('are of the day of the order, where the page says that too', async () => {
    await take(shipment('26X100201', { orderDate: text('10/30/2026') }));
    expect(await units()).toEqual([['2026-10-30', 300]]);
  });

  it('count again once their import was withdrawn and they are taken anew', async () => {
    const page = list(listed('26X100201', '10/01/2026'));
    await take(page);
    const [known] = await imports();
    await world.desk.withdrawHistory({
      ...{ commandId: 'away', importId: known?.id ?? '', reason: 'Read from the wrong account' },
      ...{ personId: (await world.desk.people())[0]?.id ?? '', pin: PIN },
    });
    expect(await units()).toEqual([]);
    await take(page);
    expect(await units()).toEqual([['2026-10-01', 300]]);
    expect(await imports()).toHaveLength(2);
  });

  it.each<[string, Partial<SeenOrder>, string]>([
    ['without lines', { lines: [] }, 'is named without its lines'],
    ['without a day', { date: text('last week') }, 'shows no day'],
    ['of a day to come', { date: text('12/24/2026') }, 'shows no day'],
    ['of a doubtful day', { date: { ...text('10/01/2026'), confidence: 0.6 } }, 'shows no day'],
    ['that was refused', { state: text('Not Accepted') }, 'was refused'],
    ['that was voided', { state: text('Void') }, 'was refused'],
    ['of a state that nobody knows', { state: text('In the vault') }, 'was refused'],
    [
      'with a doubtful quantity',
      { lines: [{ ...seenLine(oxycodone), packages: { ...text('3'), confidence: 0.5 } }] },
      'isn’t sure',
    ],
    [
      'with a quantity that isn’t a number',
      { lines: [seenLine({ ...oxycodone, packages: '3 of 4' })] },
      'isn’t sure',
    ],
  ])('stay out %s, and that is said', async (_, more, why) => {
    const page = list(listed('26X100201', '10/01/2026'), listed('26X100202', '10/02/2026', more));
    expect((await look(page)).view?.notice).toContain(why);
    expect(await take(page)).toContain(why);
    expect(await units()).toEqual([['2026-10-01', 300]]);
  });

  it('stay out where the page shows only some of the lines', async () => {
    const page = shipment('26X100201', { missing: { shown: 2, stated: 9 } });
    expect((await look(page)).view).toBeNull();
    expect(await take(page)).toContain('1 is shown in part');
  });

  it('are left out where all their lines look like imported ones', async () => {
    await world.desk.importHistory(
      'old.csv',
      'date,supplier,ndc,product,package_size,packages\n2026-10-01,cascade,99901-0110-01,OXYCODONE HCL 10MG TAB,100,3\n',
      () => undefined,
    );
    expect(await take(list(listed('26X100201', '10/01/2026')))).toContain('1 order was left out');
    expect(await units()).toEqual([['2026-10-01', 300]]);
    // Two numbers are two orders, however alike they are.
    await take(list(listed('26X100202', '10/03/2026')));
    await take(list(listed('26X100203', '10/03/2026')));
    expect(await units()).toEqual([
      ['2026-10-01', 300],
      ['2026-10-03', 600],
    ]);
  });
});

describe('an order is counted once', () => {
  const number = '26X100208' as OrderNumber;

  it('whether it is tracked or in the history', async () => {
    const looked = await look(shipment(number));
    expect(looked.view?.actions).toEqual(['track', 'backfill']);
    await take(shipment(number));
    const again = await look(shipment(number));
    expect([again.view?.actions, again.view?.notice]).toEqual([
      [],
      'Order 26X 100 208 is in the history that was taken from this supplier’s pages. It counts there, and isn’t tracked.',
    ]);
    await expect(trackOrder(world.ports, again, 'https://cascade.example')).rejects.toMatchObject({
      code: 'import/order-in-history',
    });
    expect(await units()).toEqual([['2026-11-02', 300]]);
  });

  it('while the one that is tracked here waits for its number', async () => {
    await trackOrder(world.ports, await look(seenPage({ url: URL, lines })), 'https://cascade.example');
    const page = list(
      listed(number, '11/22/2026', { lines }),
      listed('26X100209', '11/23/2026'),
      listed('26X100210', '11/21/2026'),
    );
    expect(await take(page)).toContain('2 may be the order that is tracked here');
    expect((await units()).map(([date]) => date)).toEqual(['2026-11-21', '2026-11-23']);
  });

  it('and one number at two locations is two orders', async () => {
    await take(list(listed(number, '10/01/2026')));
    const registrant = await world.desk.registrant();
    if (!registrant) throw new Error('no registrant');
    await world.desk.saveLocation({
      ...{ commandId: 'second', personId: (await world.desk.people())[0]?.id ?? '', pin: PIN },
      registrant: {
        ...registrant,
        name: 'Second Store',
        deaNumber: 'MG1234563' as typeof registrant.deaNumber,
      },
      replaces: null,
    });
    const page = { ...list(listed(number, '10/02/2026')), purchaserDea: text('MG1234563') };
    await take(page);
    await take(page);
    expect(await units()).toEqual([
      ['2026-10-01', 300],
      ['2026-10-02', 300],
    ]);
  });
});
