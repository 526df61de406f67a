import { describe, expect, it } from 'vitest';
import type { OrderNumber } from '@/lib/base';
import { PIN, START } from '@/tests/desk/desk-world';
import { code, day, NUMBER, order, orderLife, shipped, submitted } from '@/tests/desk/order-life';
import { seen } from '@/tests/support/orders';
import { closeExpired } from '../background';

const DAY = 86_400_000;

const life = orderLife();
const { acting, sign, stateOf, write } = life;

describe('a wrong record', () => {
  const receive = async (packages: number) =>
    life.world.desk.recordReceipt({
      ...(await acting()),
      lines: [{ lineNumber: 1, packages, discrepancy: 'short', note: 'one box crushed' }],
      date: day('2026-11-23'),
      note: null,
    });

  it('is corrected by another one, the old value stays visible, and each can be corrected again', async () => {
    await sign(submitted, shipped(12, 3));
    await receive(21);
    expect((await stateOf()).lines[0]?.received).toBe(21);
    const entry = (await life.world.desk.order('order-1'))?.timeline.at(-1);
    expect(entry?.details.join()).toContain('one box crushed');
    const payload = entry?.correctable?.payload as {
      lines: readonly { lineNumber: number; packages: number }[];
    };
    const replacement = { ...payload, lines: [{ lineNumber: 1, packages: 12 }] } as never;
    const corrects = entry?.id ?? '';
    const correct = async (what: object) =>
      code(
        life.world.desk.correctEvent({
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
    const timeline = (await life.world.desk.order('order-1'))?.timeline ?? [];
    expect(timeline.at(-2)).toMatchObject({ counts: false });
    expect(timeline.at(-1)?.correction?.was[0]).toContain('21 packages');
    expect(timeline.at(-1)?.correction?.now?.[0]).toContain('12 packages');

    expect(await correct({ replacement: null })).toBe('done');
    expect(await stateOf()).toMatchObject({ lastReceivedOn: null, receiptOpen: true });
    expect((await life.world.desk.order('order-1'))?.timeline.at(-1)?.correction).toMatchObject({
      now: null,
    });
    const [first] = (await life.world.desk.order('order-1'))?.timeline ?? [];
    expect(await correct({ corrects: first?.id })).toBe('correct/order-itself');
    expect((await life.world.ports.archive.verify()).ok).toBe(true);
  });

  it('is not corrected by whoever only counts', async () => {
    await sign(submitted, shipped(12, 3));
    await receive(21);
    await life.world.desk.addPerson({ name: 'Tess', role: 'technician', pin: PIN });
    const entry = (await life.world.desk.order('order-1'))?.timeline.at(-1);
    const on = await acting('order-1', 'Tess');
    const what = { corrects: entry?.id ?? '', replacement: null, reason: 'It was another order' };
    expect(await code(life.world.desk.correctEvent({ ...on, ...what }))).toBe('people/not-allowed');
    expect(await code(life.world.desk.recordLost({ ...on, text: 'Lost.', date: day('2026-11-23') }))).toBe(
      'people/not-allowed',
    );
  });

  it('cannot give an order a number that another one has', async () => {
    await life.world.ports.archive.append({
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
    const entry = (await life.world.desk.order('order-9'))?.timeline.at(-1);
    const correct = async (number: string) =>
      code(
        life.world.desk.correctEvent({
          ...(await acting('order-9')),
          corrects: entry?.id ?? '',
          replacement: { number: number as OrderNumber, seen },
          reason: 'Misread from the page',
        }),
      );
    expect(await correct(NUMBER)).toBe('order/number-used');
    expect(await correct('26X900010')).toBe('done');
    expect((await life.world.ports.archive.orderByNumber('26X900010' as OrderNumber))?.orderId).toBe(
      'order-9',
    );
    expect(await life.world.ports.archive.orderByNumber('26X900009' as OrderNumber)).toBeNull();
  });
});

describe('day 60 (1305.22(e))', () => {
  it('closes a balance once, whoever looks, and leaves what shipped to be received', async () => {
    await sign(submitted, shipped(12, 1));
    life.world.ports.now = START + 55 * DAY;
    expect(await closeExpired(life.world.ports)).toBe(0);
    // 19 January is day 60; it still counts, in the zone of the location.
    life.world.ports.now = Date.parse('2027-01-20T05:30:00Z');
    expect(await closeExpired(life.world.ports)).toBe(0);
    life.world.ports.now = Date.parse('2027-01-20T06:30:00Z');
    const both = await Promise.all([closeExpired(life.world.ports), closeExpired(life.world.ports)]);
    expect(Math.max(...both)).toBe(1);
    expect(await closeExpired(life.world.ports)).toBe(0);
    expect(await stateOf()).toMatchObject({
      phase: 'expired',
      receiptOpen: true,
      closedOn: '2027-01-19',
      version: 4,
    });
    const events = await life.world.ports.archive.events('order-1');
    expect(events.at(-1)?.payload).toEqual({ on: '2027-01-19', balance: [{ lineNumber: 2, packages: 2 }] });
    expect(await life.world.ports.archive.openOrders()).toHaveLength(1);
    // What comes late is recorded all the same.
    await life.world.desk.recordReceipt({
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
    await life.world.desk.closeUnsent({ ...(await acting()), reason: 'Never sent anywhere' });
    life.world.ports.now = START + 90 * DAY;
    expect(await closeExpired(life.world.ports)).toBe(0);
  });
});

describe('the series of a substance', () => {
  const sum = async () =>
    (await life.world.ports.archive.series('9143', day('2026-01-01'))).reduce(
      (total, { units }) => total + units,
      0,
    );

  it('drops what was voided, lost or cancelled, and keeps what came of it', async () => {
    await sign(submitted);
    expect(await sum()).toBe(1_200);
    await life.world.desk.recordVoid({
      ...(await acting()),
      lines: [1],
      statement: 'No more of it',
      date: null,
    });
    expect(await sum()).toBe(0);
    const voidEvent = (await life.world.desk.order('order-1'))?.timeline.at(-1);
    const on = {
      ...(await acting()),
      corrects: voidEvent?.id ?? '',
      replacement: null,
      reason: 'It was line 2',
    };
    await life.world.desk.correctEvent(on);
    expect(await sum()).toBe(1_200);
    await life.world.ports.archive.rebuild();
    expect(await sum()).toBe(1_200);
    // Of what shipped in part, the rest counts once it ships.
    await write(shipped(2, 0));
    expect(await sum()).toBe(200);
    await write({ type: 'order.expired', payload: { on: day('2027-01-19'), balance: [] } });
    expect(await sum()).toBe(200);
  });
});

describe('a receipt where a pharmacist must receive', () => {
  it('names the one who verified what a technician counted', async () => {
    await sign(submitted, shipped(12, 3));
    await life.world.desk.addPerson({ name: 'Tess', role: 'technician', pin: PIN });
    const [dana] = await life.world.desk.people();
    await life.world.ports.archive.append({
      commandId: 'settings',
      who: 'person',
      orderId: null,
      events: [{ type: 'settings.set', payload: { settings: { pharmacistMustReceive: true } } }],
    });
    const receive = async (more: object) =>
      code(
        life.world.desk.recordReceipt({
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
    const details = (await life.world.desk.order('order-1'))?.timeline.at(-1)?.details ?? [];
    expect(details.join()).toContain(`Verified by ${dana?.name ?? ''}`);
    expect(details.join()).toContain('lot A1');
  });
});
