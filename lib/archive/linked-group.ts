import { parseDeaNumber, parseOrderNumber, type OrderNumber } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { streamOf } from './project';
import type { BesideRow, OrderRow } from './rows';

/** Orders and records beside them that name each other: kept, and purged, together (21 CFR 1305.27, 1311.60). */
export interface LinkedGroup {
  readonly orders: readonly OrderRow[];
  readonly beside: readonly BesideRow[];
  /** Every event of any of them. */
  readonly events: readonly Envelope[];
  /** DEA numbers of their locations. */
  readonly registrants: ReadonlySet<string>;
}

const REFERENCE = 'state.record.reference';

/** Records beside CSOS that name an order's number, however a person grouped or cased it behind the year. */
async function namingOrder(db: ArchiveDatabase, number: OrderNumber): Promise<BesideRow[]> {
  const year = number.slice(0, 2);
  const said = await db.beside
    .where(REFERENCE)
    .startsWithAnyOfIgnoreCase([`${year}X`, `${year} `])
    .keys();
  const naming = said.filter((text) => typeof text === 'string' && parseOrderNumber(text) === number);
  return naming.length === 0 ? [] : db.beside.where(REFERENCE).anyOf(naming).toArray();
}

/**
 * All that is linked to one order or record, however far: the order in its place, the lost one, what names their numbers.
 * `until` tells where to stop: null once one of them shows that the whole is kept.
 */
export async function linkedGroup(
  db: ArchiveDatabase,
  startId: string,
  isKept: (found: { readonly openUntil?: string; readonly events: readonly Envelope[] }) => boolean,
): Promise<LinkedGroup | null> {
  const orders = new Map<string, OrderRow>();
  const beside = new Map<string, BesideRow>();
  const events: Envelope[] = [];
  const registrants = new Set<string>();
  const ids = new Set([startId]);
  // A Set walks on over what is added to it meanwhile.
  for (const id of ids) {
    const [order, record] = await Promise.all([db.orders.get(id), db.beside.get(id)]);
    const row = order ?? record;
    if (!row) continue;
    const stream = await streamOf(db, id);
    if (isKept({ ...row, events: stream })) return null;
    events.push(...stream);
    registrants.add(locationOf(order, record, stream));
    if (order) {
      orders.set(id, order);
      for (const link of [order.state.replacedBy, order.state.replaces]) if (link) ids.add(link.orderId);
      if (order.number) for (const naming of await namingOrder(db, order.number)) ids.add(naming.id);
    }
    if (record) {
      beside.set(id, record);
      const number = parseOrderNumber(record.state.record.reference ?? '');
      if (number)
        for (const orderId of await db.orders.where('number').equals(number).primaryKeys()) ids.add(orderId);
    }
  }
  return { orders: [...orders.values()], beside: [...beside.values()], events, registrants };
}

function locationOf(
  order: OrderRow | undefined,
  record: BesideRow | undefined,
  [first]: readonly Envelope[],
): string {
  const said = order?.state.draft.purchaser.deaNumber ?? record?.state.record.registrant;
  return parseDeaNumber(said ?? '') ?? first?.registrant ?? '';
}
