import type { Archive, Directory, MonthOfSubstance, SubstanceHistory } from '@/lib/archive';
import type { PlainDate } from '@/lib/base';
import { monthsUpTo, pastOf, PICTURE_MONTHS, PICTURE_REACH } from '@/lib/som';
import { supplierKeys } from '../supplier-key';

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
  directory: Directory,
  { code, today }: { readonly code: string; readonly today: PlainDate },
): Promise<ReadSubstance> {
  const [months, pasts] = await Promise.all([
    monthsBySupplier(archive, directory, { code, from: since(today, PICTURE_REACH), today }),
    archive.pasts([code], today),
  ]);
  return { months, past: pasts.get(code) ?? pastOf([], today) };
}

/** Calendar months with each supplier once, under its id, however files and records named it. */
export async function monthsBySupplier(
  archive: Archive,
  directory: Directory,
  { code, from, today }: { readonly code: string; readonly from: PlainDate; readonly today: PlainDate },
): Promise<readonly MonthOfSubstance[]> {
  const key = supplierKeys(directory);
  return (await archive.months(code, from, today)).map((month) => ({
    ...month,
    suppliers: together(month.suppliers, key),
  }));
}

type OfSupplier = MonthOfSubstance['suppliers'][number];

function together(suppliers: readonly OfSupplier[], key: (said: string) => string): readonly OfSupplier[] {
  const sums = new Map<string, OfSupplier>();
  for (const { supplierId: said, units, baseMg, orders } of suppliers) {
    const supplierId = key(said);
    const sum = sums.get(supplierId) ?? { units: 0, baseMg: 0, orders: 0 };
    sums.set(supplierId, {
      supplierId,
      units: sum.units + units,
      baseMg: sum.baseMg + baseMg,
      orders: sum.orders + orders,
    });
  }
  return [...sums.values()];
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
