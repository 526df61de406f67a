import type { Archive, MonthOfSubstance, SubstanceHistory } from '@/lib/archive';
import type { PlainDate } from '@/lib/base';
import { monthsUpTo, pastOf, PICTURE_MONTHS, PICTURE_REACH } from '@/lib/som';

/** First day of the earliest of so many calendar months up to a day. */
export function since(today: PlainDate, months: number): PlainDate {
  return `${monthsUpTo(today, months)[0] ?? today.slice(0, 7)}-01` as PlainDate;
}

/** What the picture of a substance is drawn from, without an order at hand. */
export interface ReadSubstance {
  readonly months: readonly MonthOfSubstance[];
  readonly past: SubstanceHistory;
}

export async function readSubstance(
  archive: Archive,
  code: string,
  today: PlainDate,
): Promise<ReadSubstance> {
  const [months, pasts] = await Promise.all([
    archive.months(code, since(today, PICTURE_REACH), today),
    archive.pasts([code], today),
  ]);
  return { months, past: pasts.get(code) ?? pastOf([], today) };
}

/** The last day of thirteen months on which it was ordered; a record dated ahead by mistake hides none before it. */
export function lastOrdered(months: readonly MonthOfSubstance[], today: PlainDate): PlainDate | null {
  const from = since(today, PICTURE_MONTHS);
  const days = months
    .flatMap((month) => month.days)
    .filter(({ date, orders }) => orders > 0 && date >= from && date <= today);
  return days.reduce<PlainDate | null>(
    (last, { date }) => (last === null || date > last ? date : last),
    null,
  );
}
