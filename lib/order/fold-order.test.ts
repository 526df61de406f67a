import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { OrderNumber, PlainDate } from '@/lib/base';
import { say } from '@/lib/words';
import { anyEvent, anyLaterEvent, event, sampleOrder, seen, signed } from '@/tests/support/orders';
import { describeEvent } from './describe-event';
import { draftOf } from './draft-of';
import type { OrderEvent } from './events';
import { foldOrder } from './fold-order';
import { foldRequest } from './fold-request';
import type { OrderState } from './state';

const on = (date: string) => date as PlainDate;
const begin = event('order.signed', signed());
const tracked = event('order.tracked', { number: null, draft: draftOf(sampleOrder), supplierId: null, seen });
const accepted = event('order.accepted', { seen });
const shipped = (one: number, two: number, date = '2026-11-20') =>
  event('order.shipped', {
    lines: [
      { lineNumber: 1, packages: one },
      { lineNumber: 2, packages: two },
    ],
    date: on(date),
    seen,
  });
const received = (one: number, two: number, date = '2026-11-23') =>
  event('order.received', {
    lines: [
      { lineNumber: 1, packages: one },
      { lineNumber: 2, packages: two },
    ],
    date: on(date),
    countedBy: 'person-1',
    note: null,
  });

function fold(...events: OrderEvent[]): OrderState {
  const state = foldOrder('order-1', events);
  if (!state) throw new Error('no state');
  return state;
}

describe('foldOrder', () => {
  it('follows an order from signature to the last package', () => {
    expect(fold(begin)).toMatchObject({
      phase: 'signed',
      receiptOpen: false,
      version: 1,
      number: '26X100208',
    });
    const sent = [begin, event('order.submitted', { how: 'page-api', seen })];
    expect(fold(...sent)).toMatchObject({ phase: 'submitted', receiptOpen: true });
    expect(fold(...sent, accepted)).toMatchObject({ phase: 'accepted', receiptOpen: true, shippedOn: null });
    const part = [...sent, accepted, shipped(12, 1)];
    expect(fold(...part)).toMatchObject({
      phase: 'partly-shipped',
      receiptOpen: true,
      shippedOn: '2026-11-20',
    });
    expect(fold(...part, received(12, 1))).toMatchObject({ phase: 'partly-received', receiptOpen: false });
    const all = [...part, received(12, 1), shipped(12, 3, '2026-11-24')];
    expect(fold(...all)).toMatchObject({
      phase: 'partly-received',
      receiptOpen: true,
      shippedOn: '2026-11-24',
    });
    const done = fold(...all, received(0, 2, '2026-11-25'));
    expect(done).toMatchObject({
      phase: 'received',
      receiptOpen: false,
      lastReceivedOn: '2026-11-25',
      flags: [],
    });
    expect(done.lines.map((line) => line.received)).toEqual([12, 3]);
  });

  it('takes a count as the record of a delivery that no page announced, 0 included', () => {
    expect(fold(begin, accepted, received(12, 0))).toMatchObject({
      phase: 'partly-received',
      receiptOpen: false,
      flags: ['received-before-shipped'],
    });
  });

  it('keeps the receipt open at the portal that holds the signed order (1305.22(g))', () => {
    const numbered = event('order.numbered', { number: '26X777777' as OrderNumber, seen });
    expect(fold(tracked)).toMatchObject({ phase: 'tracked', kind: 'tracked', receiptOpen: false });
    expect(fold(tracked, numbered)).toMatchObject({ phase: 'submitted', number: '26X777777' });
    const counted = [tracked, numbered, shipped(12, 3), received(12, 3)];
    expect(fold(...counted)).toMatchObject({
      phase: 'received',
      portalReceiptOpen: true,
      receiptOpen: false,
    });
    const closed = event('order.portal-received', { seen });
    expect(fold(...counted, closed)).toMatchObject({ portalReceiptOpen: false });
    expect(fold(tracked, numbered, shipped(12, 3), closed)).toMatchObject({
      phase: 'received',
      receiptOpen: false,
    });
    // The original of a signed order is here: a portal's word does not make its receipt record.
    expect(fold(begin, shipped(12, 3), closed)).toMatchObject({ phase: 'shipped', receiptOpen: true });
  });

  it('records facts out of order and flags them', () => {
    const refused = event('order.not-accepted', { statement: 'No allotment left', seen });
    expect(fold(begin, refused)).toMatchObject({ phase: 'not-accepted', statement: 'No allotment left' });
    expect(fold(begin, refused, received(1, 0)).flags).toEqual([
      'received-before-shipped',
      'received-after-not-accepted',
    ]);
    expect(fold(begin, shipped(12, 3), received(13, 3)).flags).toEqual([
      'received-before-shipped',
      'received-more-than-shipped',
      'received-more-than-ordered',
    ]);
    // Day 60 of an order of 20 November is 19 January: that day still counts.
    expect(fold(begin, shipped(12, 3), received(12, 3, '2027-01-19')).flags).toEqual([]);
    expect(fold(begin, shipped(12, 3), received(12, 3, '2027-01-20')).flags).toEqual([
      'received-after-day-60',
    ]);
  });

  it('has a state for any history, with counts that are never negative', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 14 }), (events) => {
        const state = foldOrder('order-1', events);
        const founded = events.some(({ type }) => type === 'order.signed' || type === 'order.tracked');
        expect(state !== null).toBe(founded);
        for (const line of state?.lines ?? []) {
          expect(line.received).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(line.received)).toBe(true);
          expect(line.shipped ?? 0).toBeGreaterThanOrEqual(0);
        }
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        for (const found of events) {
          const { sentence, params } = describeEvent(found);
          expect(say.loose(sentence, params)).not.toMatch(/[{}]/);
        }
      }),
    );
  });

  it('changes nothing when shipment pages are seen again, in any order', () => {
    const pages = fc.array(
      anyLaterEvent.filter(({ type }) => type === 'order.shipped'),
      { minLength: 1, maxLength: 5 },
    );
    const order = fc.array(fc.nat(), { maxLength: 10 });
    fc.assert(
      fc.property(pages, order, (first, picks) => {
        const again = picks.map((pick) => first[pick % first.length] as OrderEvent);
        const once = fold(begin, ...first, received(1, 1));
        const twice = fold(begin, ...first, ...again, received(1, 1));
        expect({ ...twice, version: 0, flags: [] }).toEqual({ ...once, version: 0, flags: [] });
        expect(fold(begin, ...[...first].reverse(), received(1, 1)).lines).toEqual(once.lines);
      }),
    );
  });
});

describe('foldRequest', () => {
  const opened = event('request.opened', {
    request: {
      id: 'request-1',
      mode: 'now',
      draft: draftOf(sampleOrder),
      pageHash: null,
      page: null,
      delivery: 'file',
      supplierId: null,
      openedAt: 0,
      openedBy: 'person-1',
    },
  });
  const refused = event('request.refused', { requestId: 'request-1', reason: 'Too much' });
  const voided = event('request.voided', {
    requestId: 'request-1',
    fault: { code: 'signing/page-gone', params: {} },
  });

  it('closes once, and a signature outweighs any other end', () => {
    expect(foldRequest([])).toBeNull();
    expect(foldRequest([opened])).toMatchObject({ state: { phase: 'open' }, version: 1 });
    expect(foldRequest([opened, refused, voided])?.state).toEqual({ phase: 'refused', reason: 'Too much' });
    expect(foldRequest([opened, voided, begin])?.state).toEqual({
      phase: 'signed',
      orderNumber: '26X100208',
    });
    expect(foldRequest([opened, begin, refused])?.state).toEqual({
      phase: 'signed',
      orderNumber: '26X100208',
    });
  });
});
