import { CountersignError, legalDay } from '@/lib/base';
import { judgeCorrection, type OrderEvent, type OrderEvents } from '@/lib/order';
import type { Person } from '@/lib/people';
import { orderEventsOf } from '@/lib/archive';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { actOnOrder } from './act-on-order';
import type { OrderLifeCases } from './views';

/** The days that a record names; none of them can lie ahead. */
function daysIn(replacement: OrderEvent['payload'] | null): readonly string[] {
  if (replacement === null) return [];
  const { date } = replacement as { readonly date?: string | null };
  const { statement } = replacement as { readonly statement?: { readonly date?: string } | string };
  return [date, typeof statement === 'object' ? statement.date : null].filter(
    (day) => typeof day === 'string',
  );
}

/**
 * Who counted is somebody known here; who verified says so by their own PIN and stays as it was recorded. Throws
 * `correct/names`.
 */
function requireOwnNames(
  events: readonly OrderEvent[],
  { corrects, replacement }: { readonly corrects: string; readonly replacement: unknown },
  people: readonly Person[],
): void {
  const was = events.find(({ id }) => id === corrects);
  if (was?.type !== 'order.received' || replacement === null) return;
  const { countedBy, verifiedBy } = replacement as OrderEvents['order.received'];
  const isKnown = people.some(({ id }) => id === countedBy);
  if (!isKnown || (verifiedBy ?? null) !== (was.payload.verifiedBy ?? null))
    throw new CountersignError('correct/names');
}

/** A wrong record is never edited: who says so, why, and what counts instead is one more record (csos.md 2). */
export function correctEvent(ports: DeskPorts): OrderLifeCases['correctEvent'] {
  return async ({ corrects, replacement, reason, ...on }) => {
    const correction = { corrects, replacement, reason: reason.trim() };
    const events = orderEventsOf(await ports.archive.events(on.orderId));
    const { directory, zone } = await situation(ports);
    const today = legalDay(ports.clock.now(), zone);
    await actOnOrder(ports, on, 'correct-record', (order) => {
      const against = judgeCorrection(events, correction).find(({ severity }) => severity === 'blocks');
      if (against) throw new CountersignError(against.code, against.params);
      requireOwnNames(events, correction, directory.people);
      const ahead = daysIn(replacement).find((day) => day > today);
      if (ahead !== undefined)
        throw new CountersignError('act/date', { date: ahead, ordered: order.orderedOn });
      return { type: 'order.corrected', payload: correction };
    });
  };
}
