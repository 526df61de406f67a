import { beforeEach, describe, expect, it } from 'vitest';
import type { NewEvent } from '@/lib/archive';
import { addDays, type DeaNumber, type OrderNumber, type PlainDate } from '@/lib/base';
import { draftOf, type OrderDraft } from '@/lib/order';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage, text } from '@/tests/desk/seen-page';
import { sampleOrder, signed } from '@/tests/support/orders';
import { lookAtPage, openRequest, trackOrder } from './background';

const TODAY = '2026-11-23' as PlainDate;
const cart = seenPage({ lines: [seenLine(oxycodone)] });
const at = (host: string) => `https://${host}.example/review`;

let world: DeskWorld;
let certificate = '';
let requests = 0;
beforeEach(async () => {
  world = await deskWorld();
  certificate = await world.importPfx('full');
});

async function findings(page = cart, host = 'meridian') {
  const { draft, supplier } = await lookAtPage(world.ports, page, at(host));
  const { request } = await openRequest(world.ports, {
    ...{ id: `asked-${(requests += 1)}`, mode: 'now', draft, pageHash: null, page: null },
    ...{ delivery: 'file', supplierId: supplier?.id ?? null },
  });
  const edits = { certificate, lines: {}, supplier: {} };
  return (await world.desk.prepareDocument(request.id, edits)).findings;
}
const codes = async (...of: Parameters<typeof findings>) => (await findings(...of)).map(({ code }) => code);

/** An order with these lines, signed on a day. */
async function signedOn(date: PlainDate, lines: OrderDraft['lines'], number: number, buyer?: DeaNumber) {
  const order = {
    ...sampleOrder,
    date,
    number: `26X${String(number).padStart(6, '0')}` as OrderNumber,
    lines: lines as unknown as typeof sampleOrder.lines,
    purchaser: {
      ...sampleOrder.purchaser,
      deaNumber: buyer ?? (await world.desk.registrant())?.deaNumber ?? sampleOrder.purchaser.deaNumber,
    },
  };
  const event: NewEvent = {
    type: 'order.signed',
    payload: { ...signed(order), requestId: `old-${number}`, supplierId: 'harbor' },
  };
  await world.ports.archive.append({
    ...{ commandId: `old-${number}`, who: 'system', orderId: `old-${number}`, events: [event] },
  });
}
const linesOf = async () => (await lookAtPage(world.ports, cart, at('meridian'))).draft.lines;

describe('the same lines within three days', () => {
  it('at another supplier are pointed out, and what was ordered before isn’t', async () => {
    const lines = await linesOf();
    await signedOn(addDays(TODAY, -4), lines, 1);
    expect(await codes()).not.toContain('order/duplicate-lines');
    await signedOn(addDays(TODAY, -3), lines, 2);
    expect(await findings()).toContainEqual(
      expect.objectContaining({
        ...{ code: 'order/duplicate-lines', severity: 'warns', field: 'lines' },
        params: { date: '2026-11-20', number: expect.stringContaining('26X') as string },
      }),
    );
  });

  it('are found however many orders are newer', async () => {
    const lines = await linesOf();
    await signedOn(addDays(TODAY, -2), lines, 1);
    for (let n = 2; n < 152; n += 1) await signedOn(TODAY, draftOf(sampleOrder).lines, n);
    expect(await codes()).toContain('order/duplicate-lines');
  }, 60_000);

  it('are another location’s own where it ordered them', async () => {
    const lines = await linesOf();
    await signedOn(addDays(TODAY, -1), lines, 1, 'MG1234563' as DeaNumber);
    expect(await codes()).not.toContain('order/duplicate-lines');
    await signedOn(addDays(TODAY, -1), lines, 2);
    expect(await codes()).toContain('order/duplicate-lines');
  });

  it('are found where a portal signed them itself', async () => {
    await trackOrder(
      world.ports,
      await lookAtPage(world.ports, cart, at('cascade')),
      'https://cascade.example',
    );
    expect(await codes()).toContain('order/duplicate-lines');
  });
});

describe('one supplier', () => {
  it('is the one whose number the page shows: another one blocks', async () => {
    const own = (await world.desk.suppliers()).find(({ id }) => id === 'meridian')?.supplier.deaNumber ?? '';
    expect(await codes({ ...cart, supplierDea: text(own) })).not.toContain('order/supplier-page-differs');
    expect(await findings({ ...cart, supplierDea: text('RE9999997') })).toContainEqual(
      expect.objectContaining({
        ...{ code: 'order/supplier-page-differs', severity: 'blocks', rule: '21 CFR 1305.23' },
        ...{ field: 'supplier.deaNumber', params: { value: 'RE9999997', expected: own } },
      }),
    );
    const doubtful = { ...text('RE9999997'), confidence: 0.6 };
    expect(await findings({ ...cart, supplierDea: doubtful })).toContainEqual(
      expect.objectContaining({ code: 'order/supplier-page-differs', severity: 'warns' }),
    );
  });
});

describe('whose order it is', () => {
  const second = 'MG1234563' as DeaNumber;
  const locate = async () => {
    const registrant = await world.desk.registrant();
    if (!registrant) throw new Error('no registrant');
    await world.desk.saveLocation({
      ...{ commandId: crypto.randomUUID(), personId: (await world.desk.people())[0]?.id ?? '', pin: PIN },
      registrant: { ...registrant, name: 'Second Store', deaNumber: second, zone: 'Pacific/Honolulu' },
      replaces: null,
    });
    return registrant.deaNumber;
  };
  const owner = async (page = cart, host = 'meridian') => {
    const { draft, supplier } = await lookAtPage(world.ports, page, at(host));
    return [draft.purchaser.deaNumber, supplier?.id ?? null];
  };

  it('says the page, or else the supplier that one location alone orders from, or else the choice here', async () => {
    const first = await locate();
    expect(await owner()).toEqual([first, 'meridian']);
    expect(await owner({ ...cart, purchaserDea: text(second) })).toEqual([second, 'meridian']);
    const harbor = (await world.desk.suppliers()).find(({ id }) => id === 'harbor');
    if (!harbor) throw new Error('no supplier');
    await world.desk.saveSupplierRegistrants(harbor, [second]);
    expect(await owner(cart, 'harbor')).toEqual([second, 'harbor']);
    // The page's own word comes first: another location has no business there.
    expect(await owner({ ...cart, purchaserDea: text(first) }, 'harbor')).toEqual([first, null]);
    await world.desk.chooseRegistrant(second);
    expect(await owner()).toEqual([second, 'meridian']);
  });

  it('gives its number the year, and a tracked order the day, of that location', async () => {
    await locate();
    // New Year in Chicago, the afternoon before in Honolulu.
    world.ports.now = Date.parse('2027-01-01T08:00:00Z');
    const page = { ...cart, purchaserDea: text(second) };
    const { draft, supplier } = await lookAtPage(world.ports, page, at('meridian'));
    const { request } = await openRequest(world.ports, {
      ...{ id: 'new-year', mode: 'now', draft, pageHash: null, page: null, delivery: 'file' },
      supplierId: supplier?.id ?? null,
    });
    expect(request.draft.number).toMatch(/^26X/);
    const looked = await lookAtPage(world.ports, page, at('cascade'));
    const { orderId } = await trackOrder(world.ports, looked, 'https://cascade.example');
    expect((await world.ports.archive.order(orderId))?.orderedOn).toBe('2026-12-31');
    expect((await world.desk.signView('new-year')).registrant.name).toBe('Second Store');
  });
});
