import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';
import { tags } from '../der/values';
import type { Cursor } from './cursor';

/** The time that the cursor stands on, in milliseconds since 1970; as `readTime`, without any text in between. */
export function timeAt({ buffer, tag, body, end }: Cursor): number {
  const yearDigits = tag === tags.utcTime ? 2 : tag === tags.generalizedTime ? 4 : 0;
  if (yearDigits === 0 || end - body !== yearDigits + 11 || buffer[end - 1] !== 0x5a)
    throw new DerError('not a time');

  const short = pair(buffer, body);
  const year = yearDigits === 4 ? short * 100 + pair(buffer, body + 2) : short + (short < 50 ? 2000 : 1900);
  const month = pair(buffer, body + yearDigits);
  const day = pair(buffer, body + yearDigits + 2);
  const hour = pair(buffer, body + yearDigits + 4);
  const minute = pair(buffer, body + yearDigits + 6);
  const second = pair(buffer, body + yearDigits + 8);
  // Date.UTC takes years below 100 for those of the 20th century.
  if (
    year < 100 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysIn(year, month) ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    throw new DerError('not an existing time');
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function pair(buffer: Bytes, at: number): number {
  const tens = (buffer[at] as number) - 0x30;
  const ones = (buffer[at + 1] as number) - 0x30;
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9) throw new DerError('not a time');
  return tens * 10 + ones;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
