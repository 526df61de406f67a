import { addDays, CountersignError, parsePlainDate, type PlainDate } from '@/lib/base';

/** The last day whose records have been kept for the whole of the years. */
export function retainedUntil(on: PlainDate, years: number): PlainDate {
  const [year, rest] = [Number(on.slice(0, 4)) - years, on.slice(4)];
  const day = parsePlainDate(`${String(year)}${rest}`) ?? parsePlainDate(`${String(year)}-02-28`);
  if (!day) throw new CountersignError('input/malformed', { detail: `${on} less ${String(years)} years` });
  // Days are counted in zones up to a day apart: one more is kept.
  return addDays(day, -2);
}
