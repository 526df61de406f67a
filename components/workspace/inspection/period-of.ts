import { addDays, parsePlainDate, type PlainDate } from '@/lib/base';

export const periods = ['two-years', 'year', 'own'] as const;
export type PeriodChoice = (typeof periods)[number];

/** The same day some years before; of a 29 February that year lacks, the 28th. */
function yearsBefore(day: PlainDate, years: number): PlainDate {
  const year = Number(day.slice(0, 4)) - years;
  return parsePlainDate(`${year}${day.slice(4)}`) ?? addDays(parsePlainDate(`${year}-03-01`) ?? day, -1);
}

/** What an inspector means by it: both days included. */
export function periodOf(choice: Exclude<PeriodChoice, 'own'>, today: PlainDate) {
  return { from: yearsBefore(today, choice === 'year' ? 1 : 2), to: today };
}
