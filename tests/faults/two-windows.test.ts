import { expect, it } from 'vitest';
import { command, day, fresh, openAgain, orderNumbered } from '../support/archive';
import { event, signed } from '../support/orders';
import type { Archive } from '@/lib/archive';

const ORDERS = 500;

it('takes 1,000 writes of two windows at once: one chain, each number once', async () => {
  const windows: readonly [Archive, Archive] = [await fresh(), await openAgain()];
  const order = async (n: number) => {
    const archive = windows[n % 2 === 0 ? 0 : 1];
    const orderId = `order-${String(n)}`;
    const number = await archive.allocateNumber(orderId, 'person-1', day('2026-11-22'));
    const payload = { ...signed({ ...orderNumbered(n), number }), requestId: orderId };
    await archive.append(command(orderId, event('order.signed', payload)));
    return number;
  };
  const numbers = await Promise.all(Array.from({ length: ORDERS }, (_, n) => order(n)));
  expect(new Set(numbers).size).toBe(ORDERS);
  expect(await windows[1].verify()).toEqual({ ok: true, events: 2 * ORDERS, broken: null });
  const records = [];
  for await (const batch of windows[0].exportEvents()) records.push(...batch);
  const places = new Set(
    records.map(({ registrant, station, seq }) => `${registrant} ${station} ${String(seq)}`),
  );
  expect(places.size).toBe(2 * ORDERS);
});
