import { beforeEach, describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { deskWorld, PIN, START, type DeskWorld } from '@/tests/desk/desk-world';
import { orderNumbered } from '@/tests/support/archive';
import { event, signed } from '@/tests/support/orders';

const YEAR_MS = 365 * 86_400_000;
const DAY_MS = 86_400_000;
const MERIDIAN = 'meridian.example';
let world: DeskWorld;

const record = (commandId: string) =>
  world.ports.archive.append({
    ...{ commandId, who: 'system', orderId: null },
    events: [{ type: 'settings.set', payload: { settings: { retentionYears: 2 } } }],
  });
const purge = async () =>
  world.desk.purge({ personId: (await world.desk.who())?.id ?? '', pin: PIN, onProgress: () => undefined });

/** An order, received whole, and then three years in which nothing was recorded, by this clock. */
beforeEach(async () => {
  world = await deskWorld();
  const received = event('order.received', {
    lines: [1, 2].map((lineNumber) => ({ lineNumber, packages: lineNumber === 1 ? 12 : 3 })),
    ...{ date: '2026-11-23' as PlainDate, countedBy: 'person-1', note: null },
  });
  await world.ports.archive.append({
    ...{ commandId: 'order', who: 'person-1', orderId: 'order-1' },
    events: [
      { type: 'order.signed', payload: signed(orderNumbered(1, { date: '2026-11-20' as PlainDate })) },
      { type: 'order.received', payload: received.payload as never },
    ],
  });
  world.ports.now = START + 3 * YEAR_MS;
});

describe('a purge by a clock that may be ahead', () => {
  it('is refused after a long silence, and by a clock that is off, until it was compared', async () => {
    await expect(purge()).rejects.toMatchObject({ code: 'archive/clock-leapt' });
    // What is recorded under the same clock vouches for nothing: the silence stays.
    for (let day = 0; day < 3; day++) {
      await record(`day-${String(day)}`);
      world.ports.now += DAY_MS;
      await expect(purge()).rejects.toMatchObject({ code: 'archive/clock-leapt' });
    }
    world.ports.clocks.set(MERIDIAN, 2 * YEAR_MS);
    await world.desk.compareClock();
    await expect(purge()).rejects.toMatchObject({ code: 'archive/clock-off' });
    expect(await world.ports.archive.order('order-1')).not.toBeNull();
    world.ports.clocks.set(MERIDIAN, 0);
    await world.desk.compareClock();
    expect(await purge()).toBe(2);
    expect(await world.ports.archive.order('order-1')).toBeNull();
  });

  it('goes by what was recorded all the year, where nobody was asked', async () => {
    for (let month = 12; month > 0; month--) {
      world.ports.now = START + 3 * YEAR_MS - month * 30 * DAY_MS;
      await record(`month-${String(month)}`);
    }
    world.ports.now = START + 3 * YEAR_MS;
    expect(await purge()).toBe(2);
  });
});
