import { beforeEach } from 'vitest';
import type { CountersignError, OrderNumber, PlainDate } from '@/lib/base';
import type { NewEvent } from '@/lib/archive';
import type { ActOnOrder } from '@/lib/desk';
import type { OrderState } from '@/lib/order';
import { sampleOrder, seen, signed } from '../support/orders';
import { deskWorld, PIN, type DeskWorld } from './desk-world';

export const NUMBER = '26X900001' as OrderNumber;
export const day = (value: string) => value as PlainDate;
/** Twelve packages on its first line, three on its second. */
export const order = { ...sampleOrder, number: NUMBER, date: day('2026-11-20') };

export const submitted: NewEvent = {
  type: 'order.submitted',
  payload: { how: 'file', seen: { origin: null } },
};
export const shipped = (one: number, two: number): NewEvent => ({
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

/** What an act throws, by its code; `done` where it throws nothing. */
export const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: CountersignError) => error.code,
  );

/** One order, `order-1`, in a pharmacy that each test of the file has anew. */
export function orderLife() {
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
  return {
    get world() {
      return world;
    },
    stateOf,
    write,
    sign: (...more: NewEvent[]) =>
      write(
        {
          type: 'order.signed',
          payload: { ...signed(order), requestId: 'order-1', supplierId: 'cascade' },
        },
        ...more,
      ),
    /** By the first person here, or the one of that name. */
    acting: async (orderId = 'order-1', who?: string): Promise<ActOnOrder> => {
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
    },
  };
}
