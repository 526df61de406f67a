import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, type OrderEvent } from '@/lib/order';
import {
  command,
  day,
  fresh,
  orderNumbered,
  projections,
  registrant,
  request,
  tamper,
} from '@/tests/support/archive';
import { anyLaterEvent, event, sampleOrder, seen, signed } from '@/tests/support/orders';

describe('rebuild', () => {
  it('gives what was there, for random histories', async () => {
    const act = fc.record({
      order: fc.integer({ min: 1, max: 3 }),
      events: fc.array(anyLaterEvent, { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const archive = await fresh();
        await archive.append(command(null, registrant));
        for (const n of [1, 2, 3]) {
          const found =
            n === 3
              ? event('order.tracked', { number: null, draft: draftOf(sampleOrder), supplierId: null, seen })
              : event('order.signed', signed(orderNumbered(n)));
          await archive.append(command(`order-${n}`, request(`order-${n}`), found));
        }
        await archive.allocateNumber('request-9', 'person-1', day('2026-11-22'));
        for (const { order, events } of acts) {
          const lawful = events.filter(({ type }) => type !== 'order.numbered');
          // NaN and infinities can't be written down, so they can't be in an archive.
          const plain = JSON.parse(JSON.stringify(lawful).replaceAll('null', '0')) as OrderEvent[];
          await archive.append(command(`order-${order}`, ...plain));
        }
        const before = await projections();
        await archive.rebuild();
        expect(await projections()).toEqual(before);
        expect(await archive.verify()).toMatchObject({ ok: true });
        archive.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('mends a projection that was changed by hand', async () => {
    const archive = await fresh();
    await archive.append(command('order-1', event('order.signed', signed())));
    const before = await projections();
    await tamper((db) => db.orders.clear());
    expect(await archive.order('order-1')).toBeNull();
    await archive.rebuild();
    expect(await projections()).toEqual(before);
  });
});
