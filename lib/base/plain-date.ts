import { Temporal } from 'temporal-polyfill';

/** A legal day, `YYYY-MM-DD`, without time or zone. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** The day written as `YYYY-MM-DD`, or null where the text isn't an existing day in that form. */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as PlainDate;
  } catch {
    return null;
  }
}

/** The registrant's calendar day at an instant. `zone` is an IANA name such as `America/Chicago`. */
export function legalDay(instantMs: number, zone: string): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString() as PlainDate;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** The next day that is neither Saturday nor Sunday nor one of `holidays`. */
export function nextBusinessDay(date: PlainDate, holidays: ReadonlySet<PlainDate> = new Set()): PlainDate {
  let day = Temporal.PlainDate.from(date).add({ days: 1 });
  while (day.dayOfWeek > 5 || holidays.has(day.toString() as PlainDate)) day = day.add({ days: 1 });
  return day.toString() as PlainDate;
}
