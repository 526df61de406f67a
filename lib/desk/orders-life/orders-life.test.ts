import { describe, expect, it } from 'vitest';
import { sha256Hex, type OrderNumber } from '@/lib/base';
import { code, day, NUMBER, order, orderLife, shipped, submitted } from '@/tests/desk/order-life';
import { seenPage, status, text } from '@/tests/desk/seen-page';
import { seen, signed } from '@/tests/support/orders';
import { lookAtPage } from '../background';

const life = orderLife();
const { acting, sign, stateOf, write } = life;

describe('a void by the supplier (1305.28)', () => {
  it('of a line leaves the others open; of all, the order', async () => {
    await sign(submitted, shipped(5, 0));
    await life.world.desk.recordVoid({
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
    await life.world.desk.recordVoid({
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
    await life.world.desk.recordReceipt({
      ...(await acting()),
      lines: [{ lineNumber: 1, packages: 5 }],
      date: day('2026-11-23'),
      note: null,
    });
    expect(await stateOf()).toMatchObject({ phase: 'void', receiptOpen: false });
    expect((await life.world.ports.archive.openOrders()).length).toBe(0);
  });

  it('is refused where there is nothing to void, and writes nothing then', async () => {
    await sign();
    const on = await acting();
    const what = { lines: null, statement: 'Gone', date: null };
    expect(await code(life.world.desk.recordVoid({ ...on, ...what }))).toBe('act/never-sent');
    expect(await code(life.world.desk.recordVoid({ ...on, ...what, lines: [3] }))).toBe('act/line-unknown');
    await write(submitted, shipped(12, 3));
    const again = await acting();
    expect(await code(life.world.desk.recordVoid({ ...again, ...what }))).toBe('act/nothing-left');
    expect(await code(life.world.desk.recordVoid({ ...again, ...what, pin: '0000' }))).toBe(
      'people/wrong-pin',
    );
    expect((await stateOf()).version).toBe(3);
  });

  it('read on the supplier’s page is kept once, in its own words', async () => {
    await sign();
    const history = seenPage({
      kind: 'order-history',
      orders: [{ orderNumber: text(NUMBER), state: status('Cancelled by supplier'), date: null }],
    });
    const look = () => lookAtPage(life.world.ports, history, 'https://cascade.example/orders');
    expect((await look()).recorded).toBe(true);
    expect(await stateOf()).toMatchObject({ phase: 'void', supplierId: 'cascade' });
    expect((await look()).recorded).toBe(false);
    const view = await life.world.desk.order('order-1');
    expect(view?.timeline.at(-1)?.sentence).toContain('Cancelled by supplier');
  });
});

describe('an order that is taken back', () => {
  it('is cancelled by a notice once it was sent, closed with a reason before', async () => {
    await sign();
    const on = await acting();
    const notice = { text: 'We cancel it.', date: day('2026-11-23') };
    expect(await code(life.world.desk.recordCancellation({ ...on, ...notice }))).toBe('act/never-sent');
    expect(await code(life.world.desk.closeUnsent({ ...on, reason: 'no' }))).toBe('record/reason-missing');
    await life.world.desk.closeUnsent({ ...on, reason: 'The page had died before' });
    // The same click once more is the same record.
    await life.world.desk.closeUnsent({ ...on, reason: 'The page had died before' });
    expect(await stateOf()).toMatchObject({ phase: 'cancelled', version: 2, closedOn: '2026-11-23' });
    const view = await life.world.desk.order('order-1');
    expect(view?.timeline.at(-1)?.sentence).toContain('without being sent');
    expect(await code(life.world.desk.recordCancellation({ ...(await acting()), ...notice }))).toBe(
      'act/closed',
    );
  });

  it('keeps the words of the notice, which the desk drafts', async () => {
    await sign(submitted);
    const [dana] = await life.world.desk.people();
    const draft = await life.world.desk.draftStatement({
      kind: 'cancellation',
      orderId: 'order-1',
      personId: dana?.id ?? '',
      reason: 'Ordered twice.',
    });
    expect(draft).toContain(NUMBER);
    expect(
      await code(life.world.desk.closeUnsent({ ...(await acting()), reason: 'Ordered twice, sorry' })),
    ).toBe('act/was-sent');
    await life.world.desk.recordCancellation({ ...(await acting()), text: draft, date: day('2026-11-23') });
    const view = await life.world.desk.order('order-1');
    expect(view?.timeline.at(-1)?.details.join()).toContain('Ordered twice.');
    // The supplier's own notice, that it is void, is one to keep as well.
    await life.world.desk.recordVoid({
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
    expect(await code(life.world.desk.recordLost({ ...on, ...what }))).toBe('act/supplier-has-it');
    expect(await code(life.world.desk.replaceLost(on))).toBe('act/not-lost');
    expect(await code(life.world.desk.recordTurnedUp({ ...on, date: day('2026-11-23'), note: null }))).toBe(
      'act/not-lost',
    );
  });

  it('waits to be signed again under its own number, and comes to light', async () => {
    await sign(submitted);
    const [dana] = await life.world.desk.people();
    const statement = await life.world.desk.draftStatement({
      kind: 'lost',
      orderId: 'order-1',
      personId: dana?.id ?? '',
    });
    expect(statement).toMatch(new RegExp(`${NUMBER}.*Nov 20, 2026`));
    const future = { text: statement, date: day('2026-11-24') };
    expect(await code(life.world.desk.recordLost({ ...(await acting()), ...future }))).toBe('act/date');
    await life.world.desk.recordLost({ ...(await acting()), ...future, date: day('2026-11-23') });
    expect(await stateOf()).toMatchObject({ phase: 'lost', receiptOpen: false, lostOn: '2026-11-23' });

    const requestId = await life.world.desk.replaceLost(await acting());
    expect(await life.world.desk.replaceLost(await acting())).toBe(requestId);
    const request = await life.world.ports.archive.request(requestId);
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
    const look = () => lookAtPage(life.world.ports, history, 'https://cascade.example/orders');
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
    await life.world.desk.recordLost({ ...(await acting()), text: 'Lost.', date: day('2026-11-23') });
    const replace = (orderId: string, number: string) => {
      const replacement = { ...order, number: number as OrderNumber };
      return life.world.ports.archive.append({
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
    expect(await life.world.ports.archive.order('order-3')).toBeNull();
    expect(await code(life.world.desk.replaceLost(await acting()))).toBe('act/already-replaced');
    expect((await life.world.ports.archive.verify()).ok).toBe(true);
  });
});

describe('the supplier’s statement (1305.25)', () => {
  it('is linked to an order not accepted, with its file, and to no other', async () => {
    await sign(submitted);
    const words = { statement: 'No allotment for this schedule', file: null };
    expect(await code(life.world.desk.linkStatement({ ...(await acting()), ...words }))).toBe(
      'act/not-rejected',
    );
    await write({ type: 'order.not-accepted', payload: { statement: '', seen } });
    expect((await stateOf()).statementLinked).toBe(false);
    expect(await life.world.ports.archive.openOrders()).toHaveLength(1);
    expect(await code(life.world.desk.linkStatement({ ...(await acting()), ...words, statement: ' ' }))).toBe(
      'act/text-missing',
    );
    const sha256 = sha256Hex(new Uint8Array(3));
    const file = { name: 'letter.pdf', type: 'application/pdf', sha256, base64: 'AAAA' };
    await life.world.desk.linkStatement({ ...(await acting()), ...words, file });
    expect(await stateOf()).toMatchObject({ statementLinked: true, statement: words.statement });
    expect(await life.world.ports.archive.openOrders()).toHaveLength(0);
  });
});
