import { DerError } from '../der/der-error';
import { tags } from '../der/values';
import type { Cursor } from './cursor';

/** The time that the cursor stands on, in milliseconds since 1970; as `readTime`, without any text in between. */
export function timeAt({ buffer, tag, body, end }: Cursor): number {
  const yearDigits = tag === tags.utcTime ? 2 : tag === tags.generalizedTime ? 4 : 0;
  if (yearDigits === 0 || end - body !== yearDigits + 11 || buffer[end - 1] !== 0x5a)
    throw new DerError('not a time');

  function pair(at: number): number {
    const [tens, ones] = [(buffer[at] as number) - 0x30, (buffer[at + 1] as number) - 0x30];
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) throw new DerError('not a time');
    return tens * 10 + ones;
  }

  const short = pair(body);
  const year = yearDigits === 4 ? short * 100 + pair(body + 2) : short + (short < 50 ? 2000 : 1900);
  const rest = body + yearDigits;
  const [month, day] = [pair(rest), pair(rest + 2)];
  const [hour, minute, second] = [pair(rest + 4), pair(rest + 6), pair(rest + 8)];
  if (
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysIn(year, month) ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    throw new DerError('not an existing time');
  return daysBefore(year, month, day) * 86_400_000 + (hour * 3600 + minute * 60 + second) * 1000;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970 on, in the Gregorian calendar; the year is taken to begin in March, so that leap days end it. */
function daysBefore(year: number, month: number, day: number): number {
  const march = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    march * 365 +
    Math.floor(march / 4) -
    Math.floor(march / 100) +
    Math.floor(march / 400) +
    dayOfYear -
    719_468
  );
}
