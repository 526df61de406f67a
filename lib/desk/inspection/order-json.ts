import type { Envelope } from '@/lib/archive';

/** Members whose bytes lie beside the JSON as files of their own. */
const BYTES = new Set(['cms', 'document', 'base64']);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A payload without bytes, and without what looked unusual about the order unless that was chosen. */
function shown(value: Json, withSom: boolean): Json {
  if (Array.isArray(value)) return value.map((one: Json) => shown(one, withSom));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([key, one]) => !(BYTES.has(key) && typeof one === 'string') && (withSom || key !== 'som'),
  );
  return Object.fromEntries(kept.map(([key, one]) => [key, shown(one, withSom)]));
}

/** The events of one order or record, as the archive keeps them, for machines; `hash` is that of the whole event. */
export function eventsJson(
  events: readonly Envelope[],
  { withSom, about }: { readonly withSom: boolean; readonly about: Readonly<Record<string, Json>> },
): string {
  // That an order was shown as unusual is itself what looked unusual about it.
  const chosen = events.filter(({ type }) => withSom || type !== 'request.warned');
  const told = chosen.map(({ registrant, station, seq, time, who, type, payload, prev, hash }) => ({
    ...{ registrant, station, seq, at: new Date(time[0]).toISOString(), who, type },
    payload: shown(payload as unknown as Json, withSom),
    ...{ prev, hash },
  }));
  return `${JSON.stringify({ ...about, events: told }, null, 1)}\n`;
}
