import { addDays, daysBetween, type PlainDate } from '@/lib/base';

const A_SUNDAY = '1970-01-04' as PlainDate;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/** 0 is Sunday. */
function weekday(date: PlainDate): number {
  return ((daysBetween(A_SUNDAY, date) % 7) + 7) % 7;
}

function on(year: number, month: number, day: number): PlainDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
}

/** The n-th such weekday of a month. */
function nth(n: number, day: number, year: number, month: number): PlainDate {
  const first = on(year, month, 1);
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (n - 1));
}

/** Saturday's holiday is kept on Friday, Sunday's on Monday. */
function observed(date: PlainDate): PlainDate {
  const day = weekday(date);
  return day === SATURDAY ? addDays(date, -1) : day === 0 ? addDays(date, 1) : date;
}

function ofYear(year: number): PlainDate[] {
  return [
    observed(on(year, 1, 1)),
    nth(3, MONDAY, year, 1),
    nth(3, MONDAY, year, 2),
    addDays(nth(1, MONDAY, year, 6), -7),
    observed(on(year, 6, 19)),
    observed(on(year, 7, 4)),
    nth(1, MONDAY, year, 9),
    nth(2, MONDAY, year, 10),
    observed(on(year, 11, 11)),
    nth(4, THURSDAY, year, 11),
    observed(on(year, 12, 25)),
  ];
}

/**
 * Federal holidays (5 U.S.C. 6103(a), as observed) in the year of `date` and the next one; a Saturday's New Year falls on
 * the last day of the year before.
 */
export function federalHolidays(date: PlainDate): ReadonlySet<PlainDate> {
  const year = Number(date.slice(0, 4));
  return new Set([...ofYear(year), ...ofYear(year + 1)]);
}
