import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex, type CountersignError, type OrderNumber, type PlainDate } from '@/lib/base';
import type { NewEvent } from '@/lib/archive';
import type { OrderState } from '@/lib/order';
import { deskWorld, PIN, START, type DeskWorld } from '@/tests/desk/desk-world';
import { seenPage, text } from '@/tests/desk/seen-page';
import { sampleOrder, seen, signed } from '@/tests/support/orders';
import { closeExpired, lookAtPage } from '../background';
import type { ActOnOrder } from './views';

const DAY = 86_400_000;
const day = (value: string) => value as PlainDate;
const NUMBER = '26X900001' as OrderNumber;
const order = { ...sampleOrder, number: NUMBER, date: day('2026-11-20') };

let world: DeskWorld;
let commands = 0;
beforeEach(async () => {
  world = await deskWorld();
});

const stateOf = async (orderId = 'order-1'): Promise<OrderState> => {
  const state = await world.ports.archive.order(orderId);
  if (!state) throw new Error(`no order ${orderId}`);
  return state;
};
const write = async (...events: NewEvent[]) =>
  world.ports.archive.append({
    commandId: `written-${(commands += 1)}`,
    who: 'system',
    orderId: 'order-1',
    events,
  });
const sign = (...more: NewEvent[]) =>
  write(
    { type: 'order.signed', payload: { ...signed(order), requestId: 'order-1', supplierId: 'cascade' } },
    ...more,
  );
const submitted: NewEvent = { type: 'order.submitted', payload: { how: 'file', seen: { origin: null } } };
const shipped = (one: number, two: number): NewEvent => ({
  type: 'order.shipped',
  payload: {
    lines: [
      { lineNumber: 1, packages: one },
      { lineNumber: 2, packages: two },
    ],
    date: day('2026-11-21'),
    seen,
  },
});

async function acting(orderId = 'order-1', who?: string): Promise<ActOnOrder> {
  const people = await world.desk.people();
  const person = people.find(({ name }) => who === undefined || name === who);
  const { version } = await stateOf(orderId);
  return {
    commandId: `act-${(commands += 1)}`,
    orderId,
    expectedVersion: version,
    personId: person?.id ?? '',
    pin: PIN,
  };
}

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: CountersignError) => error.code,
  );

describe('a void by the supplier (1305.28)', () => {
  it('of a line leaves the others open; of all, the order', async () => {
    await sign(submitted, shipped(5, 0));
    await world.desk.recordVoid({
      ...(await acting()),
      lines: [2],
      statement: 'Line 2: discontinued',
      date: null,
    });
    expect(await stateOf()).toMatchObject({ phase: 'partly-shipped', closedOn: null });
    expect((await stateOf()).lines.map(({ voided, balance }) => [voided, balance])).toEqual([
      [false, 7],
      [true, 0],
    ]);
    await world.desk.recordVoid({
      ...(await acting()),
      lines: null,
      statement: 'The rest too',
      date: day('2026-11-23'),
    });
    expect(await stateOf()).toMatchObject({
      phase: 'void',
      receiptOpen: true,
      flags: ['voided-after-shipped'],
    });
    // Goods on the way are counted all the same.
    await world.desk.recordReceipt({
      ...(await acting()),
      lines: [{ lineNumber: 1, packages: 5 }],
      date: day('2026-11-23'),
      note: null,
    });
    expect(await stateOf()).toMatchObject({ phase: 'void', receiptOpen: false });
    expect((await world.ports.archive.openOrders()).length).toBe(0);
  });

  it('is refused where there is nothing to void, and writes nothing then', async () => {
    await sign();
    const on = await acting();
    const what = { lines: null, statement: 'Gone', date: null };
    expect(await code(world.desk.recordVoid({ ...on, ...what }))).toBe('act/never-sent');
    expect(await code(world.desk.recordVoid({ ...on, ...what, lines: [3] }))).toBe('act/line-unknown');
    await write(submitted, shipped(12, 3));
    const again = await acting();
    expect(await code(world.desk.recordVoid({ ...again, ...what }))).toBe('act/nothing-left');
    expect(await code(world.desk.recordVoid({ ...again, ...what, pin: '0000' }))).toBe('people/wrong-pin');
    expect((await stateOf()).version).toBe(3);
  });

  it('read on the supplier’s page is kept once, in its own words', async () => {
    await sign();
    const history = seenPage({
      kind: 'order-history',
      orders: [{ orderNumber: text(NUMBER), state: text('Cancelled by supplier'), date: null }],
    });
    const look = () => lookAtPage(world.ports, history, 'https://cascade.example/orders');
    expect((await look()).recorded).toBe(true);
    expect(await stateOf()).toMatchObject({ phase: 'void', supplierId: 'cascade' });
    expect((await look()).recorded).toBe(false);
    const view = await world.desk.order('order-1');
    expect(view?.timeline.at(-1)?.sentence).toContain('Cancelled by supplier');
  });
});

describe('an order that is taken back', () => {
  it('is cancelled by a notice once it was sent, closed with a reason before', async () => {
    await sign();
    const on = await acting();
    const notice = { text: 'We cancel it.', date: day('2026-11-23') };
    expect(await code(world.desk.recordCancellation({ ...on, ...notice }))).toBe('act/never-sent');
    expect(await code(world.desk.closeUnsent({ ...on, reason: 'no' }))).toBe('record/reason-missing');
    await world.desk.closeUnsent({ ...on, reason: 'The page had died before' });
    // The same click once more is the same record.
    await world.desk.closeUnsent({ ...on, reason: 'The page had died before' });
    expect(await stateOf()).toMatchObject({ phase: 'cancelled', version: 2, closedOn: '2026-11-23' });
    const view = await world.desk.order('order-1');
    expect(view?.timeline.at(-1)?.sentence).toContain('without being sent');
    expect(await code(world.desk.recordCancellation({ ...(await acting()), ...notice }))).toBe('act/closed');
  });

  it('keeps the words of the notice, which the desk drafts', async () => {
    await sign(submitted);
    const [dana] = await world.desk.people();
    const draft = await world.desk.draftStatement({
      kind: 'cancellation',
      orderId: 'order-1',
      personId: dana?.id ?? '',
      reason: 'Ordered twice.',
    });
    expect(draft).toContain(NUMBER);
    expect(await code(world.desk.closeUnsent({ ...(await acting()), reason: 'Ordered twice, sorry' }))).toBe(
      'act/was-sent',
    );
    await world.desk.recordCancellation({ ...(await acting()), text: draft, date: day('2026-11-23') });
    const view = await world.desk.order('order-1');
    expect(view?.timeline.at(-1)?.details.join()).toContain('Ordered twice.');
    // The supplier's own notice, that it is void, is one to keep as well.
    await world.desk.recordVoid({
      ...(await acting()),
      lines: null,
      statement: 'Voided as asked',
      date: null,
    });
    expect((await stateOf()).phase).toBe('void');
  });
});

describe('a lost order (1305.26)', () => {
  it('is not lost once the supplier has it, and replaced only once it is', async () => {
    await sign(submitted, { type: 'order.accepted', payload: { seen } });
    const on = await acting();
    const what = { text: 'Lost.', date: day('2026-11-23') };
    expect(await code(world.desk.recordLost({ ...on, ...what }))).toBe('act/supplier-has-it');
    expect(await code(world.desk.replaceLost(on))).toBe('act/not-lost');
    expect(await code(world.desk.recordTurnedUp({ ...on, date: day('2026-11-23'), note: null }))).toBe(
      'act/not-lost',
    );
  });

  it('waits to be signed again under its own number, and comes to light', async () => {
    await sign(submitted);
    const [dana] = await world.desk.people();
    const statement = await world.desk.draftStatement({
      kind: 'lost',
      orderId: 'order-1',
      personId: dana?.id ?? '',
    });
    expect(statement).toMatch(new RegExp(`${NUMBER}.*Nov 20, 2026`));
    const future = { text: statement, date: day('2026-11-24') };
    expect(await code(world.desk.recordLost({ ...(await acting()), ...future }))).toBe('act/date');
    await world.desk.recordLost({ ...(await acting()), ...future, date: day('2026-11-23') });
    expect(await stateOf()).toMatchObject({ phase: 'lost', receiptOpen: false, lostOn: '2026-11-23' });

    const requestId = await world.desk.replaceLost(await acting());
    expect(await world.desk.replaceLost(await acting())).toBe(requestId);
    const request = await world.ports.archive.request(requestId);
    expect(request?.request).toMatchObject({
      mode: 'inbox',
      replaces: { orderId: 'order-1', number: NUMBER },
    });
    expect(request?.request.draft.number).not.toBe(NUMBER);
    expect(request?.request.draft.lines).toHaveLength(2);

    // The supplier finds it after all, and doesn't accept it: read from its page.
    const history = seenPage({
      kind: 'order-history',
      orders: [{ orderNumber: text(NUMBER), state: text('Not accepted: lost order, replaced'), date: null }],
    });
    const look = () => lookAtPage(world.ports, history, 'https://cascade.example/orders');
    expect((await look()).recorded).toBe(true);
    expect(await stateOf()).toMatchObject({
      phase: 'not-accepted',
      turnedUpOn: '2026-11-23',
      statementLinked: true,
    });
    expect((await look()).recorded).toBe(false);
  });

  it('and its replacement name each other in one write, and only one replacement does', async () => {
    await sign(submitted);
    await world.desk.recordLost({ ...(await acting()), text: 'Lost.', date: day('2026-11-23') });
    const replace = (orderId: string, number: string) => {
      const replacement = { ...order, number: number as OrderNumber };
      return world.ports.archive.append({
        commandId: `sign-${orderId}`,
        who: 'person',
        orderId,
        events: [
          { type: 'order.signed', payload: { ...signed(replacement), requestId: orderId } },
          { type: 'order.replaces', payload: { first: { orderId: 'order-1', number: NUMBER } } },
        ],
        also: {
          orderId: 'order-1',
          events: [{ type: 'order.replaced', payload: { by: { orderId, number: replacement.number } } }],
        },
      });
    };
    await replace('order-2', '26X900002');
    expect((await stateOf()).replacedBy).toEqual({ orderId: 'order-2', number: '26X900002' });
    expect((await stateOf('order-2')).replaces).toEqual({ orderId: 'order-1', number: NUMBER });
    expect(await code(replace('order-3', '26X900003'))).toBe('act/already-replaced');
    expect(await world.ports.archive.order('order-3')).toBeNull();
    expect(await code(world.desk.replaceLost(await acting()))).toBe('act/already-replaced');
    expect((await world.ports.archive.verify()).ok).toBe(true);
  });
});

describe('the supplier’s statement (1305.25)', () => {
  it('is linked to an order not accepted, with its file, and to no other', async () => {
    await sign(submitted);
    const words = { statement: 'No allotment for this schedule', file: null };
    expect(await code(world.desk.linkStatement({ ...(await acting()), ...words }))).toBe('act/not-rejected');
    await write({ type: 'order.not-accepted', payload: { statement: '', seen } });
    expect((await stateOf()).statementLinked).toBe(false);
    expect(await world.ports.archive.openOrders()).toHaveLength(1);
    expect(await code(world.desk.linkStatement({ ...(await acting()), ...words, statement: ' ' }))).toBe(
      'act/text-missing',
    );
    const sha256 = sha256Hex(new Uint8Array(3));
    const file = { name: 'letter.pdf', type: 'application/pdf', sha256, base64: 'AAAA' };
    await world.desk.linkStatement({ ...(await acting()), ...words, file });
    expect(await stateOf()).toMatchObject({ statementLinked: true, statement: words.statement });
    expect(await world.ports.archive.openOrders()).toHaveLength(0);
  });
});

describe('a wrong record', () => {
  const receive = async (packages: number) =>
    world.desk.recordReceipt({
      ...(await acting()),
      lines: [{ lineNumber: 1, packages, discrepancy: 'short', note: 'one box crushed' }],
      date: day('2026-11-23'),
      note: null,
    });

  it('is corrected by another one, the old value stays visible, and each can be corrected again', async () => {
    await sign(submitted, shipped(12, 3));
    await receive(21);
    expect((await stateOf()).lines[0]?.received).toBe(21);
    const entry = (await world.desk.order('order-1'))?.timeline.at(-1);
    expect(entry?.details.join()).toContain('one box crushed');
    const payload = entry?.correctable?.payload as {
      lines: readonly { lineNumber: number; packages: number }[];
    };
    const replacement = { ...payload, lines: [{ lineNumber: 1, packages: 12 }] } as never;
    const corrects = entry?.id ?? '';
    const correct = async (what: object) =>
      code(
        world.desk.correctEvent({
          ...(await acting()),
          corrects,
          replacement,
          reason: 'Typed 21 instead of 12',
          ...what,
        }),
      );
    expect(await correct({ reason: 'oops' })).toBe('record/reason-missing');
    expect(await correct({ corrects: 'nowhere' })).toBe('correct/unknown');
    expect(await correct({ replacement: { lines: 12 } })).toBe('correct/malformed');
    // What says nothing of any line is withdrawn, not corrected to nothing.
    expect(await correct({ replacement: { ...payload, lines: [] } })).toBe('correct/malformed');
    expect(await correct({ replacement: { ...payload, date: '2026-12-24' } })).toBe('act/date');
    expect(await correct({ replacement: payload })).toBe('correct/nothing-changed');
    expect(await correct({})).toBe('done');
    expect(await stateOf()).toMatchObject({ corrected: true, flags: [] });
    expect((await stateOf()).lines[0]?.received).toBe(12);
    const timeline = (await world.desk.order('order-1'))?.timeline ?? [];
    expect(timeline.at(-2)).toMatchObject({ counts: false });
    expect(timeline.at(-1)?.correction?.was[0]).toContain('21 packages');
    expect(timeline.at(-1)?.correction?.now?.[0]).toContain('12 packages');

    expect(await correct({ replacement: null })).toBe('done');
    expect(await stateOf()).toMatchObject({ lastReceivedOn: null, receiptOpen: true });
    expect((await world.desk.order('order-1'))?.timeline.at(-1)?.correction).toMatchObject({ now: null });
    const [first] = (await world.desk.order('order-1'))?.timeline ?? [];
    expect(await correct({ corrects: first?.id })).toBe('correct/order-itself');
    expect((await world.ports.archive.verify()).ok).toBe(true);
  });

  it('is not corrected by whoever only counts', async () => {
    await sign(submitted, shipped(12, 3));
    await receive(21);
    await world.desk.addPerson({ name: 'Tess', role: 'technician', pin: PIN });
    const entry = (await world.desk.order('order-1'))?.timeline.at(-1);
    const on = await acting('order-1', 'Tess');
    const what = { corrects: entry?.id ?? '', replacement: null, reason: 'It was another order' };
    expect(await code(world.desk.correctEvent({ ...on, ...what }))).toBe('people/not-allowed');
    expect(await code(world.desk.recordLost({ ...on, text: 'Lost.', date: day('2026-11-23') }))).toBe(
      'people/not-allowed',
    );
  });

  it('cannot give an order a number that another one has', async () => {
    await world.ports.archive.append({
      commandId: 'tracked',
      who: 'system',
      orderId: 'order-9',
      events: [
        {
          type: 'order.tracked',
          payload: { number: null, draft: { ...order, number: null, lines: [] }, supplierId: null, seen },
        },
        { type: 'order.numbered', payload: { number: '26X900009' as OrderNumber, seen } },
      ],
    });
    await sign();
    const entry = (await world.desk.order('order-9'))?.timeline.at(-1);
    const correct = async (number: string) =>
      code(
        world.desk.correctEvent({
          ...(await acting('order-9')),
          corrects: entry?.id ?? '',
          replacement: { number: number as OrderNumber, seen },
          reason: 'Misread from the page',
        }),
      );
    expect(await correct(NUMBER)).toBe('order/number-used');
    expect(await correct('26X900010')).toBe('done');
    expect((await world.ports.archive.orderByNumber('26X900010' as OrderNumber))?.orderId).toBe('order-9');
    expect(await world.ports.archive.orderByNumber('26X900009' as OrderNumber)).toBeNull();
  });
});

describe('day 60 (1305.22(e))', () => {
  it('closes a balance once, whoever looks, and leaves what shipped to be received', async () => {
    await sign(submitted, shipped(12, 1));
    world.ports.now = START + 55 * DAY;
    expect(await closeExpired(world.ports)).toBe(0);
    // 19 January is day 60; it still counts, in the zone of the location.
    world.ports.now = Date.parse('2027-01-20T05:30:00Z');
    expect(await closeExpired(world.ports)).toBe(0);
    world.ports.now = Date.parse('2027-01-20T06:30:00Z');
    const both = await Promise.all([closeExpired(world.ports), closeExpired(world.ports)]);
    expect(Math.max(...both)).toBe(1);
    expect(await closeExpired(world.ports)).toBe(0);
    expect(await stateOf()).toMatchObject({
      phase: 'expired',
      receiptOpen: true,
      closedOn: '2027-01-19',
      version: 4,
    });
    const events = await world.ports.archive.events('order-1');
    expect(events.at(-1)?.payload).toEqual({ on: '2027-01-19', balance: [{ lineNumber: 2, packages: 2 }] });
    expect(await world.ports.archive.openOrders()).toHaveLength(1);
    // What comes late is recorded all the same.
    await world.desk.recordReceipt({
      ...(await acting()),
      lines: [
        { lineNumber: 1, packages: 12 },
        { lineNumber: 2, packages: 3 },
      ],
      date: day('2027-01-20'),
      note: null,
    });
    expect((await stateOf()).flags).toContain('received-after-day-60');
    expect((await stateOf()).phase).toBe('received');
  });

  it('closes nothing that ended before', async () => {
    await sign();
    await world.desk.closeUnsent({ ...(await acting()), reason: 'Never sent anywhere' });
    world.ports.now = START + 90 * DAY;
    expect(await closeExpired(world.ports)).toBe(0);
  });
});

describe('the series of a substance', () => {
  const sum = async () =>
    (await world.ports.archive.series('9143', day('2026-01-01'))).reduce(
      (total, { units }) => total + units,
      0,
    );

  it('drops what was voided, lost or cancelled, and keeps what came of it', async () => {
    await sign(submitted, shipped(2, 0));
    expect(await sum()).toBe(1_200);
    await world.desk.recordVoid({ ...(await acting()), lines: [1], statement: 'No more of it', date: null });
    expect(await sum()).toBe(200);
    const voidEvent = (await world.desk.order('order-1'))?.timeline.at(-1);
    const on = {
      ...(await acting()),
      corrects: voidEvent?.id ?? '',
      replacement: null,
      reason: 'It was line 2',
    };
    await world.desk.correctEvent(on);
    expect(await sum()).toBe(1_200);
    await world.ports.archive.rebuild();
    expect(await sum()).toBe(1_200);
    await write({ type: 'order.expired', payload: { on: day('2027-01-19'), balance: [] } });
    expect(await sum()).toBe(1_200);
  });
});

describe('a receipt where a pharmacist must receive', () => {
  it('names the one who verified what a technician counted', async () => {
    await sign(submitted, shipped(12, 3));
    await world.desk.addPerson({ name: 'Tess', role: 'technician', pin: PIN });
    const [dana] = await world.desk.people();
    await world.ports.archive.append({
      commandId: 'settings',
      who: 'person',
      orderId: null,
      events: [{ type: 'settings.set', payload: { settings: { pharmacistMustReceive: true } } }],
    });
    const receive = async (more: object) =>
      code(
        world.desk.recordReceipt({
          ...(await acting('order-1', 'Tess')),
          lines: [
            {
              lineNumber: 1,
              packages: 12,
              lots: [{ lot: 'A1', expiry: day('2028-01-31'), serial: null, packages: 12 }],
            },
          ],
          date: day('2026-11-23'),
          note: null,
          ...more,
        }),
      );
    expect(await receive({})).toBe('receipt/needs-pharmacist');
    const tess = (await acting('order-1', 'Tess')).personId;
    expect(await receive({ verifiedBy: { personId: tess, pin: PIN } })).toBe('receipt/needs-pharmacist');
    const verifiedBy = { personId: dana?.id ?? '', pin: PIN };
    expect(await receive({ verifiedBy: { ...verifiedBy, pin: '9999' } })).toBe('people/wrong-pin');
    const lots = [{ lot: 'A1', expiry: null, serial: null, packages: 13 }];
    expect(await receive({ verifiedBy, lines: [{ lineNumber: 1, packages: 12, lots }] })).toBe(
      'receipt/quantity-invalid',
    );
    expect(await receive({ verifiedBy })).toBe('done');
    const details = (await world.desk.order('order-1'))?.timeline.at(-1)?.details ?? [];
    expect(details.join()).toContain(`Verified by ${dana?.name ?? ''}`);
    expect(details.join()).toContain('lot A1');
  });
});
