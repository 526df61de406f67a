import { daysBetween, type PlainDate } from '@/lib/base';

const LOCALE = 'en-US';
const parts = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** `Tue 24 Nov 2026`, without the year where it is that of `today`. A legal day has no zone, so it is read in UTC. */
export function formatDay(date: PlainDate, today?: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const found = Object.fromEntries(
    parts.formatToParts(new Date(Date.UTC(year, month - 1, day))).map((part) => [part.type, part.value]),
  );
  const text = `${found.weekday} ${found.day} ${found.month}`;
  return today?.slice(0, 4) === date.slice(0, 4) ? text : `${text} ${found.year}`;
}

/** `today`, `tomorrow`, `3 days ago`. */
export function relativeDay(date: PlainDate, today: PlainDate): string {
  return relative.format(daysBetween(today, date), 'day');
}
