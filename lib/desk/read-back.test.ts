import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, type DeaNumber, type OrderNumber, type PlainDate } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import type { SeenLine, SeenPage } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage, text } from '@/tests/desk/seen-page';
import { lookAtPage, trackOrder } from './background';

const URL = 'https://cascade.example/orders/26X100208';
const INVOICE = 'https://cascade.example/invoices/1';
const NUMBER = '26X100208' as OrderNumber;
const lines = [seenLine(oxycodone), seenLine(methylphenidate)];

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

const look = (page: Partial<SeenPage>, url = URL) => lookAtPage(world.ports, seenPage({ url, ...page }), url);
async function track(more: Partial<SeenPage> = {}): Promise<string> {
  const looked = await look({ orderNumber: text(NUMBER), lines, ...more });
  return (await trackOrder(world.ports, looked, 'https://cascade.example')).orderId;
}
const order = async (id: string) => (await world.ports.archive.order(id)) as OrderState;
const told = async (id: string) => (await world.ports.archive.events(id)).map(({ type }) => type);
const shippedOf = async (id: string) => (await order(id)).lines.map(({ shipped }) => shipped);

const row = (of: typeof oxycodone, shipped: string | null, more: Partial<SeenLine> = {}): SeenLine => ({
  ...seenLine(of),
  shipped: shipped === null ? null : text(shipped),
  ...more,
});
const invoice = (number: string, rows: readonly SeenLine[], more: Partial<SeenPage> = {}) =>
  look(
    {
      ...{ kind: 'shipment', orderNumber: text(NUMBER), invoiceNumber: text(number), lines: rows },
      ...more,
    },
    INVOICE,
  );

describe('partial shipments', () => {
  it('on several invoices add up, each once by its number, in whatever order and however often they are opened', async () => {
    const id = await track();
    await invoice('INV-2', [row(oxycodone, '1')], { shipDate: text('11/20/2026') });
    await invoice('inv-1', [row(oxycodone, '2'), row(methylphenidate, '1')]);
    for (let n = 0; n < 3; n += 1) await invoice('# INV-1', [row(methylphenidate, '1'), row(oxycodone, '2')]);
    await invoice('INV-2', [row(oxycodone, '1')]);
    expect(await shippedOf(id)).toEqual([3, 1]);
    expect((await told(id)).filter((type) => type === 'order.shipped')).toHaveLength(2);
    expect((await order(id)).flags).toEqual([]);
  });

  it('that two computers saw, of one invoice each, add up where they meet', async () => {
    const id = await track();
    await invoice('1', [row(oxycodone, '1')]);
    const [seen] = (await world.ports.archive.events(id)).slice(-1);
    expect(seen?.payload).toMatchObject({
      invoice: { number: '1', lines: [{ lineNumber: 1, packages: 1 }] },
    });
    // As the other one recorded it: its total knows nothing of the first invoice.
    await world.ports.archive.append({
      ...{ commandId: 'elsewhere', who: 'system', orderId: id },
      events: [
        {
          type: 'order.shipped',
          payload: {
            lines: [{ lineNumber: 1, packages: 2 }],
            ...{ date: null, seen: { origin: 'https://cascade.example' } },
            invoice: { number: '2', lines: [{ lineNumber: 1, packages: 2 }] },
          },
        },
      ],
    });
    expect((await shippedOf(id))[0]).toBe(3);
    expect((await order(id)).flags).toEqual([]);
  });

  it('on an order’s own page are running totals, whatever invoice it names last', async () => {
    const id = await track();
    await invoice('A', [row(oxycodone, '1')]);
    await look({
      ...{ kind: 'shipment', orderNumber: text(NUMBER), invoiceNumber: text('B'), state: text('Shipped') },
      lines: [row(oxycodone, '3')],
    });
    expect((await shippedOf(id))[0]).toBe(3);
    // The same where the page says no state: added it would be more than was ordered.
    const other = await track({ orderNumber: text('26X100209') });
    const page = { orderNumber: text('26X100209') };
    await invoice('A', [row(oxycodone, '2')], page);
    await invoice('B', [row(oxycodone, '3')], page);
    expect((await shippedOf(other))[0]).toBe(3);
  });

  it('aren’t added where the page’s number of the invoice or a quantity isn’t sure', async () => {
    const id = await track();
    await invoice('A', [row(oxycodone, '2', { shipped: { ...text('2'), confidence: 0.5 } })]);
    expect(await shippedOf(id)).toEqual([null, null]);
    await invoice('A', [row(oxycodone, '1')]);
    await invoice('B', [row(oxycodone, '1')], { invoiceNumber: { ...text('B'), confidence: 0.5 } });
    expect((await shippedOf(id))[0]).toBe(1);
  });
});

describe('lines', () => {
  it('that the supplier cut keep its words, once; a line that came whole, or says no more than that, has none', async () => {
    const id = await track();
    const cut = { ...text('04'), label: 'Omit code' };
    for (let n = 0; n < 2; n += 1)
      await invoice('A', [
        row(oxycodone, '1', { cut }),
        row(methylphenidate, '2', { cut: text('Manufacturer cannot supply') }),
      ]);
    const other = row(methylphenidate, '0', { cut: text('Shipped') });
    await invoice('B', [other], { lines: [other] });
    expect((await order(id)).lines.map((line) => line.cut)).toEqual(['Omit code 04', undefined]);
    expect((await told(id)).filter((type) => type === 'order.cut')).toHaveLength(1);
    await invoice('A', [row(oxycodone, '1', { cut: text('Long term back order') })]);
    expect((await order(id)).lines[0]?.cut).toBe('Long term back order');
    // Words close nothing: what was cut today may ship tomorrow.
    expect((await order(id)).lines[0]?.balance).toBe(2);
  });

  it('of a cart, or of a page that says something else each time, aren’t believed for ever', async () => {
    const id = await track();
    await look({ orderNumber: text(NUMBER), lines: [row(oxycodone, null, { cut: text('Few left') })] });
    expect((await order(id)).lines[0]?.cut).toBeUndefined();
    for (let n = 0; n < 30; n += 1)
      await invoice('A', [row(oxycodone, null, { cut: text(`Seen at ${n} h`) })]);
    expect((await order(id)).lines[0]?.cut).toBe('Seen at 19 h');
  });

  it('are told by item number or description where the page has no NDC, and left alone where they can’t be told', async () => {
    const named = (itemNumber: string | null, name: string, packages: string) => ({
      ...seenLine({ ...oxycodone, packages, description: name }),
      ...{ ndc: null, itemNumber: itemNumber === null ? null : text(itemNumber) },
    });
    const id = await track({
      lines: [
        named('55-1', 'OXYCODONE HCL 10MG TAB', '3'),
        named(null, 'METHYLPHENIDATE HCL 20MG TAB', '2'),
        named('55-3', 'MORPHINE 15MG TAB', '1'),
        named('55-3', 'MORPHINE 15MG TAB', '4'),
      ],
    });
    const shown = (itemNumber: string | null, name: string, shipped: string) => ({
      ...named(itemNumber, name, '9'),
      shipped: text(shipped),
    });
    const { view } = await invoice('A', [
      shown('55-1', 'OXYCODONE', '3'),
      shown(null, 'Methylphenidate HCl 20mg Tab', '2'),
      shown('55-3', 'MORPHINE 15MG TAB', '1'),
      shown('55-9', 'CODEINE 30MG TAB', '1'),
    ]);
    expect(await shippedOf(id)).toEqual([3, 2, null, null]);
    expect(view?.notice).toContain('1 line of this page could be more than one line of the order');
  });
});

describe('states', () => {
  it('of all known orders of a list are recorded, page after page, once; words that nobody knows are told', async () => {
    const ids = [
      await track(),
      await track({ orderNumber: text('26X100209') }),
      await track({ orderNumber: text('26X100210') }),
    ];
    const list = (rows: readonly (readonly [string, string])[]) =>
      look({
        kind: 'order-history',
        orders: rows.map(([number, state]) => ({
          ...{ orderNumber: text(number), state: text(state), date: null },
        })),
      });
    const first = [
      ['26X100208', 'Shipped'],
      ['26X100209', 'In the vault'],
      ['26X999999', 'Shipped'],
    ] as const;
    const { view } = await list(first);
    await list([['26X100210', 'Not Accepted: schedule not on registration']]);
    expect((await list(first)).recorded).toBe(false);
    expect(await Promise.all(ids.map(async (id) => (await order(id)).phase))).toEqual([
      'accepted',
      'submitted',
      'not-accepted',
    ]);
    expect(view?.notice).toContain('The page says “In the vault” of an order.');
  });
});

describe('one number at two locations', () => {
  it('means the order of the location that the page names; none where it names another pharmacy', async () => {
    const registrant = await world.desk.registrant();
    if (!registrant) throw new Error('no registrant');
    const second = 'MG1234563' as DeaNumber;
    await world.desk.saveLocation({
      ...{ commandId: 'second', personId: (await world.desk.people())[0]?.id ?? '', pin: PIN },
      registrant: { ...registrant, name: 'Second Store', deaNumber: second },
      replaces: null,
    });
    const id = await track();
    const page = (dea: string) =>
      look({ orderNumber: text(NUMBER), state: text('Accepted'), purchaserDea: text(dea), kind: 'shipment' });
    await page(second);
    await page('RE9999997');
    expect(await told(id)).toEqual(['order.tracked']);
    await page(registrant.deaNumber);
    expect(await told(id)).toEqual(['order.tracked', 'order.accepted']);
  });

  it('is given by a listing that shows the lines, where it is the only order that it can be', async () => {
    const id = await track({ orderNumber: null });
    const list = (...rows: readonly (readonly [string, string])[]) =>
      look({
        kind: 'order-history',
        orders: rows.map(([number, date]) => ({
          ...{ orderNumber: text(number), state: text('Submitted'), date: text(date), lines },
        })),
      });
    await list(['26X100301', '11/22/2026']);
    await list(['26X100302', '11/23/2026'], ['26X100303', '11/23/2026']);
    expect((await order(id)).number).toBeNull();
    await list(['26X100301', '11/22/2026'], ['26X100303', '11/23/2026']);
    expect((await order(id)).number).toBe('26X100303');
  });

  it('gives its number to the tracked order of the location that the page names', async () => {
    const day = '2026-11-20' as PlainDate;
    const id = await track({ orderNumber: null });
    const shipment = (dea: string) =>
      look({
        kind: 'shipment',
        lines,
        orderNumber: text('26X100300'),
        purchaserDea: text(dea),
        shipDate: text(addDays(day, 10)),
      });
    await shipment('RE9999997');
    expect((await order(id)).number).toBeNull();
    await shipment((await world.desk.registrant())?.deaNumber ?? '');
    expect((await order(id)).number).toBe('26X100300');
  });
});
