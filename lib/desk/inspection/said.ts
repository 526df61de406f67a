import { formatNdc, formatSchedule, type Ndc11, type PlainDate, type ScheduleOrNone } from '@/lib/base';
import { isWordKey, say } from '@/lib/words';

const days = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const figures = new Intl.NumberFormat('en-US');
const NONE = '–';

/** Made once for each zone: a pack says thousands of moments, and to make a format takes far longer than to use it. */
const moments = new Map<string, Intl.DateTimeFormat>();
const momentsOf = (zone: string) =>
  new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, year: 'numeric', month: 'short', day: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
  });

/** `Nov 23, 2026`. A legal day has no zone. */
export function day(date: PlainDate | null): string {
  return date === null ? NONE : days.format(Date.parse(date));
}

/** `Nov 23, 2026, 12:00:05 PM CST`: in the registrant's zone, and saying so. */
export function moment(ms: number, zone: string): string {
  const known = moments.get(zone) ?? momentsOf(zone);
  moments.set(zone, known);
  return known.format(ms);
}

/** What was recorded as a key of the catalogue, or as text by an older version. */
export function said(text: string): string {
  return isWordKey(text) ? say.loose(text) : text;
}

export function figure(count: number | null): string {
  return count === null ? NONE : figures.format(count);
}

export function schedule(value: ScheduleOrNone | null): string {
  if (value === null) return say('pack.schedule-unknown');
  return value === 'none' ? say('pack.schedule-none') : formatSchedule(value);
}

export function ndc(value: Ndc11 | null): string {
  return value === null ? '' : formatNdc(value);
}
