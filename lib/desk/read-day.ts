import { parsePlainDate, type PlainDate } from '@/lib/base';

/** ISO, or with slashes in the order that the user says; a time of day behind it is left away. Null for what is no day. */
export function readDay(
  text: string,
  dayOrder: 'month-first' | 'day-first' = 'month-first',
): PlainDate | null {
  const [value = ''] = text.trim().split(/[ T]/);
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  if (!parts) return parsePlainDate(value);
  const [, first = '', second = '', year = ''] = parts;
  const [month, day] = dayOrder === 'month-first' ? [first, second] : [second, first];
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
