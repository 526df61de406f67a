import { nextBusinessDay, type PlainDate } from '@/lib/base';
import { federalHolidays } from './federal-holidays';

/** The day so many business days after another; neither federal holidays nor the pharmacy's own count. 0 is the day itself. */
export function businessDaysAfter(
  date: PlainDate,
  days: number,
  extraHolidays: readonly PlainDate[] = [],
): PlainDate {
  let day = date;
  for (let left = days; left > 0; left--)
    day = nextBusinessDay(day, new Set([...federalHolidays(day), ...extraHolidays]));
  return day;
}
