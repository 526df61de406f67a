import { beforeEach, describe, expect, it } from 'vitest';
import { CountersignError, type OrderNumber, type PlainDate } from '@/lib/base';
import { deskWorld, START, type DeskWorld } from '@/tests/desk/desk-world';
import { sampleOrder, seen, signed } from '@/tests/support/orders';
import { closeExpired } from '../background';

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
  for (const n of [1, 2, 3]) {
    const order = {
      ...sampleOrder,
      number: `26X90000${String(n)}` as OrderNumber,
      date: '2026-11-20' as PlainDate,
    };
    await world.ports.archive.append({
      ...{ commandId: `sign-${String(n)}`, who: 'system', orderId: `order-${String(n)}` },
      events: [
        { type: 'order.signed', payload: { ...signed(order), requestId: `order-${String(n)}` } },
        { type: 'order.submitted', payload: { how: 'portal', seen } },
      ],
    });
  }
  world.ports.now = START + 90 * 86_400_000;
});

describe('closing what day 60 ended', () => {
  it('goes on after one that can’t be closed, and tells of it in the end', async () => {
    const { archive } = world.ports;
    const full = new CountersignError('archive/storage-full');
    const ports = {
      ...world.ports,
      archive: {
        ...archive,
        append: (command: Parameters<typeof archive.append>[0]) =>
          command.orderId === 'order-1' ? Promise.reject(full) : archive.append(command),
      },
    };
    await expect(closeExpired(ports)).rejects.toBe(full);
    const phases = async () =>
      Promise.all(['order-1', 'order-2', 'order-3'].map(async (id) => (await archive.order(id))?.phase));
    expect(await phases()).toEqual(['submitted', 'expired', 'expired']);
    expect(await closeExpired(world.ports)).toBe(1);
    expect(await phases()).toEqual(['expired', 'expired', 'expired']);
  });
});
