import { orderEventsOf } from '@/lib/archive';
import { CountersignError } from '@/lib/base';
import { effectiveEvents, judgeCorrection, sameCount, type OrderEvent, type OrderEvents } from '@/lib/order';
import { mustBeVerifiedBy } from '@/lib/people';
import { situation, type Situation } from '../context';
import { identify } from '../people';
import type { DeskPorts } from '../ports';
import { requireFile } from '../require-file';
import { requireLots } from '../require-lots';
import { actOnOrder } from './act-on-order';
import type { OrderLifeCases } from './views';

type Correction = OrderEvents['order.corrected'];
type Receipt = OrderEvents['order.received'];

/** The days that a record names; none of them can lie ahead. */
function daysIn(replacement: Correction['replacement']): readonly string[] {
  if (replacement === null) return [];
  const { date } = replacement as { readonly date?: string | null };
  const { statement } = replacement as { readonly statement?: { readonly date?: string } | string };
  return [date, typeof statement === 'object' ? statement.date : null].filter(
    (day) => typeof day === 'string',
  );
}

/**
 * Who counted is somebody known here. Who verified said so by their own PIN: now (`pins`: ids of whoever gives theirs), or
 * before of the very same count; nobody's name stands under packages or a day that they never saw. Lots add up. Throws
 * `correct/names`, `receipt/needs-pharmacist`, `receipt/quantity-invalid`.
 */
function requireReceipt(
  events: readonly OrderEvent[],
  { corrects, replacement }: Correction,
  { people, settings }: Situation['directory'],
  pins: readonly (string | null)[],
): void {
  const was = events.find(({ id }) => id === corrects);
  if (was?.type !== 'order.received' || replacement === null) return;
  const standing = effectiveEvents(events).events.find(({ id }) => id === corrects)?.payload as
    Receipt | undefined;
  const { countedBy, verifiedBy = null, lines } = replacement as Receipt;
  lines.forEach(requireLots);
  const counter = people.find(({ id }) => id === countedBy);
  const said = [was.payload, ...replacementsOf(events, corrects)];
  const isVerified =
    verifiedBy === null ||
    pins.includes(verifiedBy) ||
    said.some((one) => one.verifiedBy === verifiedBy && sameCount(one, replacement as Receipt));
  if (!counter || !isVerified) throw new CountersignError('correct/names');
  const isAsBefore = countedBy === standing?.countedBy && verifiedBy === (standing.verifiedBy ?? null);
  const needed = mustBeVerifiedBy(counter.role, settings);
  const role = people.find(({ id }) => id === verifiedBy)?.role;
  if (!isAsBefore && needed && !(role && needed.includes(role)))
    throw new CountersignError('receipt/needs-pharmacist');
}

/** What a receipt was corrected to, each time. */
function replacementsOf(events: readonly OrderEvent[], corrected: string): Receipt[] {
  return events.flatMap((event) =>
    event.type === 'order.corrected' && event.payload.corrects === corrected && event.payload.replacement
      ? [event.payload.replacement as Receipt]
      : [],
  );
}

/** A file in a corrected record is held to what every file is; one that isn't a file fails the schema. */
function requireFiles(replacement: Correction['replacement']): void {
  const file = replacement !== null && 'file' in replacement ? replacement.file : null;
  requireFile(file);
}

/** A wrong record is never edited: who says so, why, and what counts instead is one more record (csos.md 2). */
export function correctEvent(ports: DeskPorts): OrderLifeCases['correctEvent'] {
  return async ({ corrects, replacement, reason, verifiedBy, ...on }) => {
    const correction = { corrects, replacement, reason: reason.trim() };
    const events = orderEventsOf(await ports.archive.events(on.orderId));
    const { directory } = await situation(ports);
    const verifier = verifiedBy ? (await identify(ports, verifiedBy.personId, verifiedBy.pin)).id : null;
    await actOnOrder(ports, on, 'correct-record', (order, person, today) => {
      const against = judgeCorrection(events, correction).find(({ severity }) => severity === 'blocks');
      if (against) throw new CountersignError(against.code, against.params);
      requireReceipt(events, correction, directory, [person.id, verifier]);
      requireFiles(replacement);
      const ahead = daysIn(replacement).find((day) => day > today);
      if (ahead !== undefined)
        throw new CountersignError('act/date', { date: ahead, ordered: order.orderedOn });
      return { type: 'order.corrected', payload: correction };
    });
  };
}
