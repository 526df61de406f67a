import { describe, expect, it } from 'vitest';
import { foldOrder, type OrderEvent } from '@/lib/order';
import { day } from '@/tests/support/archive';
import { event, sampleOrder, seen, signed } from '@/tests/support/orders';
import { countedPackages } from './counted-packages';

const lines = (...packages: readonly number[]) =>
  packages.map((one, at) => ({ lineNumber: at + 1, packages: one }));
const shipped = (...packages: readonly number[]) =>
  event('order.shipped', { lines: lines(...packages), date: null, seen });
const received = (...packages: readonly number[]) =>
  event('order.received', { lines: lines(...packages), date: day('2026-11-21'), countedBy: 'p', note: null });
const voided = (some: readonly number[] | null) =>
  event('order.voided', { lines: some, statement: 'no stock', date: null, seen });
const expired = event('order.expired', { on: day('2027-01-19'), balance: [] });

/** The sample order asks for 12 packages and for 3. */
describe('packages that count as purchased', () => {
  it.each<[string, readonly OrderEvent[], readonly number[]]>([
    ['as ordered while nobody said anything', [], [12, 3]],
    ['what shipped; what may still ship is on back-order', [shipped(10)], [10, 3]],
    ['what a page says of the whole order', [shipped(10, 0)], [10, 0]],
    ['what came, where more came than a page shows', [shipped(10), received(11)], [11, 3]],
    ['what came, where no page says what shipped', [received(5)], [5, 3]],
    ['all that came', [received(12, 3)], [12, 3]],
    ['what shipped until day 60', [shipped(10), expired], [10, 0]],
    ['nothing of what never shipped until day 60', [expired], [0, 0]],
    ['nothing of what was voided', [voided(null)], [0, 0]],
    ['nothing of a voided line, and the other as ordered', [voided([1])], [0, 3]],
    ['what shipped before it was voided', [shipped(4), voided([1])], [4, 3]],
    ['nothing of what isn’t accepted', [event('order.not-accepted', { statement: 'no', seen })], [0, 0]],
  ])('are %s', (_name, events, packages) => {
    const state = foldOrder('order-1', [event('order.signed', signed()), ...events]);
    expect(state && countedPackages(state)).toEqual(packages);
  });

  it('are all of it where the portal shows it as received and no quantities', () => {
    const draft = { ...sampleOrder, lines: sampleOrder.lines.map((line) => ({ ...line, doubtful: [] })) };
    const tracked = event('order.tracked', { number: sampleOrder.number, draft, supplierId: null, seen });
    const portal = event('order.portal-received', { seen });
    const state = foldOrder('order-1', [tracked, portal]);
    expect(state && countedPackages(state)).toEqual([12, 3]);
    const counted = foldOrder('order-1', [tracked, shipped(10), portal]);
    expect(counted && countedPackages(counted)).toEqual([10, 0]);
  });
});
