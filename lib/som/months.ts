import type { PlainDate } from '@/lib/base';

/** The calendar months (`YYYY-MM`) up to the one of a day, oldest first; that one is the last. */
export function monthsUpTo(today: PlainDate, count: number): readonly string[] {
  const last = numberOf(today.slice(0, 7));
  return Array.from({ length: count }, (_, index) => nameOf(last - (count - 1 - index)));
}

export function daysInMonth(month: string): number {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of, 0)).getUTCDate();
}

/** Calendar months from one to another, both counted; 1 where they are the same. */
export function monthsBetween(first: string, last: string): number {
  return numberOf(last) - numberOf(first) + 1;
}

function numberOf(month: string): number {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return year * 12 + of - 1;
}

function nameOf(number: number): string {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
