const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });
const month = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});

/** `YYYY-MM-DD` at the wholesalers' desk: all three keep Central time. */
export function dayOf(instantMs: number): string {
  return day.format(instantMs);
}

/** `11/22/2026`, as American papers print it. */
export function slashed(date: string): string {
  const [year, monthNumber, dayNumber] = date.split('-');
  return `${monthNumber}/${dayNumber}/${year}`;
}

/** `Nov 22, 2026`. */
export function spelled(date: string): string {
  return month.format(Date.parse(`${date}T00:00:00Z`));
}
