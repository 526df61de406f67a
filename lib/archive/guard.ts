import { CountersignError, type OrderNumber } from '@/lib/base';
import { effectiveEvents, foldRequest, judgeCorrection, type OrderEvent } from '@/lib/order';
import type { Command, NewEvent } from './archive';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import { orderEventsOf } from './project';

/** Used: by another order, or allocated to another request. Each number is used once (1305.21(b)(1)). */
export async function isNumberUsed(
  db: ArchiveDatabase,
  number: OrderNumber,
  exceptOrderId?: string,
): Promise<boolean> {
  const orders = await db.orders.where('number').equals(number).toArray();
  if (orders.some(({ orderId }) => orderId !== exceptOrderId)) return true;
  const allocated = await db.numbers.get(number);
  return allocated !== undefined && allocated.requestId !== exceptOrderId;
}

function numberOf(event: NewEvent, stream: readonly OrderEvent[]): OrderNumber | null {
  if (event.type === 'order.corrected') {
    const { corrects, replacement } = event.payload;
    const target = stream.find(({ id }) => id === corrects);
    return target?.type === 'order.numbered' && replacement !== null && 'number' in replacement
      ? replacement.number
      : null;
  }
  if (event.type === 'order.signed') return event.payload.order.number;
  return event.type === 'order.tracked' || event.type === 'order.numbered' ? event.payload.number : null;
}

function numberIn(stream: readonly OrderEvent[]): string {
  const signed = stream.find((event) => event.type === 'order.signed');
  return signed?.type === 'order.signed' ? signed.payload.order.number : '';
}

/** 1305.26(b): one replacement for one lost order, however many windows sign at once. */
function requireUnreplaced(stream: readonly OrderEvent[]): void {
  for (const event of effectiveEvents(stream).events) {
    if (event.type !== 'order.replaced') continue;
    const { number } = event.payload.by;
    throw new CountersignError('act/already-replaced', { number: numberIn(stream), by: number });
  }
}

/** Events of a stream of its own, and those that begin one. */
const STREAM = /^(order|request|record|loss)\./;
const FOUNDED = /^(order|record|loss)\./;
const FOUNDS: ReadonlySet<string> = new Set(['order.signed', 'order.tracked', 'record.entered']);

const ENDS: ReadonlySet<string> = new Set(['order.signed', 'request.refused', 'request.voided']);

/**
 * Refuses what must not happen between a decision and its record, whoever decided: a stale version, an end for a request
 * that has one, a number used twice, an event for an order that isn't there. Physical facts about a known order always pass.
 */
export async function guard(
  db: ArchiveDatabase,
  { orderId, expectedVersion, events }: Command,
  stream: readonly Envelope[],
): Promise<void> {
  if (expectedVersion !== undefined && expectedVersion !== stream.length) {
    throw new CountersignError('archive/version-conflict');
  }
  const folded = orderEventsOf(stream);
  const request = foldRequest(folded);
  let founded = stream.some(({ type }) => FOUNDS.has(type));
  for (const event of events) {
    const aboutOrder = STREAM.test(event.type);
    if (aboutOrder !== (orderId !== null)) {
      throw new TypeError(`${event.type} ${aboutOrder ? 'needs' : 'has no'} orderId`);
    }
    if (orderId === null) continue;
    const founds = FOUNDS.has(event.type);
    if (founded && founds) throw new CountersignError('signing/request-closed', { state: 'signed' });
    if (ENDS.has(event.type) && request && request.state.phase !== 'open') {
      throw new CountersignError('signing/request-closed', { state: request.state.phase });
    }
    if (event.type === 'order.corrected') {
      const wrong = judgeCorrection(folded, event.payload).find(({ severity }) => severity === 'blocks');
      if (wrong) throw new CountersignError(wrong.code, wrong.params);
    }
    if (event.type === 'order.replaced') requireUnreplaced(folded);
    const number = numberOf(event, folded);
    if (number !== null && (await isNumberUsed(db, number, orderId))) {
      throw new CountersignError('order/number-used', { number });
    }
    founded ||= founds;
    if (founded || !FOUNDED.test(event.type)) continue;
    throw event.type.startsWith('order.')
      ? new CountersignError('order/unknown', { number: orderId })
      : new CountersignError('record/unknown');
  }
}
