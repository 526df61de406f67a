/** How a month is written: on an axis, where there is hardly room, and in a table. */
export interface MonthWords {
  readonly letter: string;
  readonly short: string;
  readonly long: string;
  readonly year: string;
}

const named = (month: 'narrow' | 'short' | 'long') =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month });
const [letters, shorts, longs] = [named('narrow'), named('short'), named('long')];

/** Of a calendar month such as `2026-11`, which has no zone. */
export function monthWords(month: string): MonthWords {
  const at = Date.parse(`${month}-01T00:00Z`);
  const year = month.slice(0, 4);
  return {
    letter: letters.format(at),
    short: shorts.format(at),
    long: `${longs.format(at)} ${year}`,
    year,
  };
}
