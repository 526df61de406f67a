import { correctableTypes, type OrderEvent } from './events';
import type { EventId } from './facts';

type Correction = Extract<OrderEvent, { type: 'order.corrected' }>;

const CORRECTABLE: ReadonlySet<string> = new Set(correctableTypes);

export function isCorrectable(event: OrderEvent): boolean {
  return CORRECTABLE.has(event.type);
}

export interface EffectiveEvents {
  /** What counts, in the places of what was recorded first; corrections themselves aren't among them. */
  readonly events: readonly OrderEvent[];
  /** The correction that counts, by the event that it corrects. */
  readonly corrections: ReadonlyMap<EventId, Correction>;
  /** A correction names an event that isn't here, or can't be corrected: it changes nothing. */
  readonly aimless: boolean;
}

/**
 * A history as if it had been right from the start: each event with what last corrected it, withdrawn ones gone, and one
 * that arrived twice taken once. A correction of a correction is another one of the same event.
 */
export function effectiveEvents(events: readonly OrderEvent[]): EffectiveEvents {
  const known = new Map<EventId, OrderEvent>();
  for (const event of events) if (!known.has(event.id)) known.set(event.id, event);
  const corrections = new Map<EventId, Correction>();
  let aimless = false;
  for (const event of known.values()) {
    if (event.type !== 'order.corrected') continue;
    const target = known.get(event.payload.corrects);
    if (target && isCorrectable(target)) corrections.set(target.id, event);
    else aimless = true;
  }
  return {
    events: [...known.values()].flatMap((event) => {
      if (event.type === 'order.corrected') return [];
      const correction = corrections.get(event.id);
      if (!correction) return [event];
      const { replacement } = correction.payload;
      return replacement === null ? [] : [{ ...event, payload: replacement } as OrderEvent];
    }),
    corrections,
    aimless,
  };
}
