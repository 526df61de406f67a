import { parsePlainDate, type PlainDate } from '@/lib/base';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The legal day that a US portal prints: 2026-11-03, 11/03/2026, 11/3/26, Nov 3, 2026, 03-NOV-2026, with or without a time
 * after it. Month before day, as US portals write. Null where it is no existing day.
 */
export function readPageDate(text: string): PlainDate | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const us = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(text);
  if (us) return day(us[3], us[1], us[2]);
  const monthFirst = /\b([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})\b/i.exec(text);
  if (monthFirst) return day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  const dayFirst = /\b(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4}|\d{2})\b/i.exec(text);
  if (dayFirst) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  return null;
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function day(year = '', month = '', date = ''): PlainDate | null {
  const full = year.length === 2 ? `20${year}` : year;
  return parsePlainDate(`${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}
