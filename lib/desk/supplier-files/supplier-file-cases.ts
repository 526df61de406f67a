import { orderEventsOf, type NewEvent } from '@/lib/archive';
import { CountersignError, sha256Hex, utf8, type PlainDate } from '@/lib/base';
import {
  documentKind,
  readCsosResponse,
  readX12Acknowledgement,
  readX12ShipNotice,
  type OrderAcknowledgement,
  type ShipNotice,
} from '@/lib/documents';
import { effectiveEvents, type OrderEvents, type OrderState } from '@/lib/order';
import { actAs } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { todayAt } from '../registrants';
import { answerEvents, FROM_NOTICE, noticeEvents } from './events-of';
import type { SupplierFileCases, SupplierFileLeft, SupplierFileReport } from './views';

type Told =
  | { readonly kind: 'answer'; readonly of: OrderAcknowledgement }
  | { readonly kind: 'notice'; readonly of: ShipNotice };

/** Throws `supplier-file/unknown-kind`, and what the readers throw. */
function read(bytes: Uint8Array<ArrayBuffer>): readonly Told[] {
  const answers = (of: readonly OrderAcknowledgement[]) =>
    of.map((one): Told => ({ kind: 'answer', of: one }));
  switch (documentKind(bytes)) {
    case 'x12-855':
      return answers(readX12Acknowledgement(bytes));
    case 'csos-response':
      return answers(readCsosResponse(bytes));
    case 'x12-856':
      return readX12ShipNotice(bytes).map((one): Told => ({ kind: 'notice', of: one }));
    default:
      throw new CountersignError('supplier-file/unknown-kind');
  }
}

/** Whether a document speaks of this very order: its parties, where it names them. */
function isOfParties({ draft }: OrderState, { purchaserDea, supplierDea }: Told['of']): boolean {
  const fits = (said: string | null, known: string | null) =>
    said === null || known === null || said === known;
  return fits(purchaserDea, draft.purchaser.deaNumber) && fits(supplierDea, draft.supplier.deaNumber);
}

/** What suppliers answer in files: accepted, not accepted, voided, shipped. */
export function supplierFileCases(ports: DeskPorts): SupplierFileCases {
  const { archive } = ports;

  async function earlierNotices(orderId: string): Promise<OrderEvents['order.shipped'][]> {
    const { events } = effectiveEvents(orderEventsOf(await archive.events(orderId)));
    return events.flatMap((event) =>
      event.type === 'order.shipped' && event.payload.seen.origin === FROM_NOTICE ? [event.payload] : [],
    );
  }

  /** Events and the name under which they are recorded once; or why nothing is. */
  async function eventsOf(
    order: OrderState,
    told: Told,
    today: PlainDate,
  ): Promise<SupplierFileLeft | { readonly commandId: string; readonly events: readonly NewEvent[] }> {
    if (told.kind === 'notice') {
      if (told.of.purpose !== 'original') return 'shipment-changed';
      const events = noticeEvents(order, told.of, await earlierNotices(order.orderId));
      if (!events) return 'lines-unclear';
      // A shipment is counted once, in whatever file it comes again.
      const shipment = sha256Hex(
        utf8(JSON.stringify([told.of.supplierDea, told.of.shipment, told.of.shipDate])),
      );
      return { commandId: `shipment-${order.orderId}-${shipment.slice(0, 32)}`, events };
    }
    const events = answerEvents(order, told.of, today);
    if (!events) return 'lines-unclear';
    const answer = sha256Hex(utf8(JSON.stringify(told.of)));
    return { commandId: `answer-${order.orderId}-${answer.slice(0, 32)}`, events };
  }

  return {
    async readSupplierFile({ bytes, ...actor }) {
      const person = await actAs(ports, actor, 'enter-record');
      const here = await situation(ports);
      const orders: SupplierFileReport['orders'][number][] = [];
      const left: SupplierFileReport['left'][number][] = [];
      for (const told of read(bytes)) {
        const { orderNumber, reference } = told.of;
        const order = orderNumber && (await archive.orderByNumber(orderNumber));
        const known = order && isOfParties(order, told.of) ? order : null;
        if (!known) {
          left.push({ reference, why: order ? 'other-party' : 'unknown-order' });
          continue;
        }
        const today = todayAt(ports, here, known.draft.purchaser.deaNumber);
        const found = await eventsOf(known, told, today);
        if (typeof found === 'string') {
          left.push({ reference, why: found });
          continue;
        }
        const { orderId, version } = known;
        const isKnownAlready = (await archive.events(orderId)).some(
          ({ commandId }) => commandId === found.commandId,
        );
        const isNew = !isKnownAlready && found.events.length > 0;
        if (isNew) await archive.append({ ...found, who: person.id, orderId, expectedVersion: version });
        orders.push({ orderId, number: known.number ?? reference, isNew });
      }
      return { orders, left };
    },
  };
}
