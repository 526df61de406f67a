import { orderEventsOf, type Envelope } from '@/lib/archive';
import { CountersignError, fromBase64 } from '@/lib/base';
import { situation } from './context';
import type { Desk } from './desk';
import { timelineOf } from './orders-life/timeline-of';
import type { DeskPorts } from './ports';
import { placeOf } from './registrants';

export function orderCases(
  ports: DeskPorts,
): Pick<Desk, 'orders' | 'order' | 'signedFile' | 'verifyArchive'> {
  async function signed(orderId: string): Promise<Envelope<'order.signed'> | null> {
    const events = await ports.archive.events(orderId);
    return events.find((event): event is Envelope<'order.signed'> => event.type === 'order.signed') ?? null;
  }

  return {
    orders: (page) => ports.archive.orders(page),

    async order(orderId) {
      const state = await ports.archive.order(orderId);
      if (!state) return null;
      const here = await situation(ports);
      const { people, suppliers } = here.directory;
      const names = new Map(people.map(({ id, name }) => [id, name]));
      const events = orderEventsOf(await ports.archive.events(orderId));
      return {
        state,
        supplierName:
          suppliers.find(({ id }) => id === state.supplierId)?.supplier.name ??
          state.draft.supplier.name ??
          '',
        timeline: timelineOf(events, names),
        hasSignedFile: state.kind === 'signed',
        place: placeOf(here, state.draft.purchaser),
      };
    },

    async signedFile(orderId) {
      const event = await signed(orderId);
      if (!event) throw new CountersignError('order/unknown', { number: orderId });
      return { name: `${event.payload.order.number}.p7m`, bytes: fromBase64(event.payload.cms) };
    },

    verifyArchive: (onProgress) => ports.archive.verify(onProgress),
  };
}
