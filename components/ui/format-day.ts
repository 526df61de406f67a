import type { PlainDate } from '@/lib/base';

const LOCALE = 'en-US';
const DAY_MS = 86_400_000;
const parts = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** A legal day has no zone; as an instant it is the midnight of UTC. Without Temporal, which the popup can't afford. */
const instantOf = (date: PlainDate) => Date.parse(`${date}T00:00:00Z`);

/** `Tue 24 Nov 2026`, without the year where it is that of `today`. */
export function formatDay(date: PlainDate, today?: PlainDate): string {
  const found = Object.fromEntries(
    parts.formatToParts(instantOf(date)).map((part) => [part.type, part.value]),
  );
  const text = `${found.weekday} ${found.day} ${found.month}`;
  return today?.slice(0, 4) === date.slice(0, 4) ? text : `${text} ${found.year}`;
}

/** `today`, `tomorrow`, `3 days ago`. */
export function relativeDay(date: PlainDate, today: PlainDate): string {
  return relative.format((instantOf(date) - instantOf(today)) / DAY_MS, 'day');
}
