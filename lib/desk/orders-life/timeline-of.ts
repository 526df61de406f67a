import {
  describeHistory,
  effectiveEvents,
  isCorrectable,
  type Described,
  type OrderEvent,
  type OrderEvents,
} from '@/lib/order';
import { say } from '@/lib/words';
import type { TimelineEntry } from './views';

/** Values that name a person by id. */
const PEOPLE: ReadonlySet<string> = new Set(['countedBy', 'verifiedBy']);

/** The archive names people by id; a timeline by name. */
function sentenceOf({ sentence, params }: Described, names: ReadonlyMap<string, string>): string {
  const named = Object.entries(params).map(
    ([key, value]) => [key, PEOPLE.has(key) ? (names.get(String(value)) ?? value) : value] as const,
  );
  return say.loose(sentence, Object.fromEntries(named));
}

type Payload = NonNullable<OrderEvents['order.corrected']['replacement']>;

/** What each corrected record last said; that it was withdrawn says nothing else. */
function latestPayloads(events: readonly OrderEvent[]): ReadonlyMap<string, Payload> {
  const said = new Map<string, Payload>();
  for (const event of events)
    if (event.type === 'order.corrected' && event.payload.replacement !== null)
      said.set(event.payload.corrects, event.payload.replacement);
  return said;
}

/** An order's history for people, oldest first; `names` by person's id. */
export function timelineOf(
  events: readonly OrderEvent[],
  names: ReadonlyMap<string, string>,
): readonly TimelineEntry[] {
  const counting = new Set(effectiveEvents(events).events.map(({ id }) => id));
  const latest = latestPayloads(events);
  const all = (described: readonly Described[]) => described.map((one) => sentenceOf(one, names));
  return describeHistory(events).map(({ event, described, details, counts, correction }) => ({
    id: event.id,
    at: event.time,
    who: names.get(event.who) ?? say('who.system'),
    sentence: sentenceOf(described, names),
    details: all(details),
    counts,
    correction: correction && { was: all(correction.was), now: correction.now && all(correction.now) },
    correctable: isCorrectable(event)
      ? {
          type: event.type,
          payload: latest.get(event.id) ?? (event.payload as Payload),
          withdrawn: !counting.has(event.id),
        }
      : null,
  }));
}
