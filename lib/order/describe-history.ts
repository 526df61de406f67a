import { describeDetails } from './describe-details';
import { describeEvent, type Described } from './describe-event';
import { effectiveEvents } from './effective-events';
import type { OrderEvent } from './events';
import type { EventId } from './facts';

/** What a correction did: what stood there before, and what counts instead; null where the record was withdrawn. */
export interface CorrectionEntry {
  readonly corrects: EventId;
  readonly was: readonly Described[];
  readonly now: readonly Described[] | null;
}

/** One event of a timeline. Nothing that was ever recorded is left out. */
export interface HistoryEntry {
  readonly event: OrderEvent;
  readonly described: Described;
  readonly details: readonly Described[];
  /** False once a correction, or a later one, stands in its place. */
  readonly counts: boolean;
  readonly correction: CorrectionEntry | null;
}

function all(event: OrderEvent): readonly Described[] {
  return [describeEvent(event), ...describeDetails(event)];
}

/** A whole history, oldest first, each correction with the old value beside the new one. */
export function describeHistory(events: readonly OrderEvent[]): readonly HistoryEntry[] {
  const known = new Map(events.map((event) => [event.id, event]));
  const { corrections } = effectiveEvents(events);
  const standing = new Map<EventId, OrderEvent | null>();
  return events.map((event) => {
    const base = { event, described: describeEvent(event), details: describeDetails(event) };
    if (event.type !== 'order.corrected')
      return { ...base, counts: !corrections.has(event.id), correction: null };
    const { corrects, replacement } = event.payload;
    const target = known.get(corrects);
    const counts = corrections.get(corrects)?.id === event.id;
    if (!target) return { ...base, counts, correction: null };
    const before = standing.has(corrects) ? standing.get(corrects) : target;
    const after = replacement === null ? null : ({ ...target, payload: replacement } as OrderEvent);
    standing.set(corrects, after);
    return {
      ...base,
      counts,
      correction: { corrects, was: before ? all(before) : [], now: after ? all(after) : null },
    };
  });
}
