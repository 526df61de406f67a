import type { PlainDate } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import { dateOfDay, dayNumber, slotsOf, type DigestSlot } from './digest';
import type { CutLine, MonthOfSubstance } from './monitoring-reads';
import type { CutRow, DigestRow } from './rows';

const inUnits = (milli: number) => milli / 1_000;
const inMg = (ug: number) => ug / 1_000;

/** Calendar months from one to another, both included. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let at = new Date(`${from}-01T00:00Z`); ; at.setUTCMonth(at.getUTCMonth() + 1)) {
    const month = at.toISOString().slice(0, 7);
    if (!(month <= to)) return months;
    months.push(month);
  }
}

/** Bought in the month up to the order's day, and what it asked for instead of what it brought. */
function cutLine(cut: CutRow, slots: readonly DigestSlot[]): CutLine {
  const { date, orderId, number, supplierId, orderedMilli, countedMilli, why } = cut;
  const day = dayNumber(date) ?? Number.NaN;
  const bought = slots.reduce((sum, slot) => (slot.day <= day ? sum + slot.milli : sum), 0);
  return {
    ...{ date, orderId, number, supplierId, why },
    orderedUnits: inUnits(orderedMilli),
    shippedUnits: inUnits(countedMilli),
    monthUnits: inUnits(bought - countedMilli + orderedMilli),
  };
}

function monthOf(month: string, digest: DigestRow | undefined, cuts: readonly CutRow[]): MonthOfSubstance {
  const slots = digest ? [...slotsOf(digest)] : [];
  const suppliers = new Map<string, { milli: number; ug: number; orders: number }>();
  const days = new Map<number, { milli: number; ug: number; orders: number }>();
  let returned = 0;
  for (const { day, supplierId, ordered, ug, milli, backUg, backMilli } of slots) {
    returned += backMilli;
    const none = { milli: 0, ug: 0, orders: 0 };
    const of = days.get(day) ?? none;
    const orders = Number(ordered);
    days.set(day, {
      milli: of.milli + milli - backMilli,
      ug: of.ug + ug - backUg,
      orders: of.orders + orders,
    });
    if (!ordered) continue;
    const by = suppliers.get(supplierId) ?? none;
    suppliers.set(supplierId, { milli: by.milli + milli, ug: by.ug + ug, orders: by.orders + orders });
  }
  const sums = ({ milli, ug, orders }: { milli: number; ug: number; orders: number }) => ({
    ...{ units: inUnits(milli), baseMg: inMg(ug), orders },
  });
  return {
    month,
    suppliers: [...suppliers].map(([supplierId, sum]) => ({ supplierId, ...sums(sum) })),
    strengths: (digest?.strengths ?? []).map(([strengthMg, milli]) => ({
      strengthMg,
      units: inUnits(milli),
    })),
    days: [...days].map(([day, sum]) => ({ date: dateOfDay(day), ...sums(sum) })),
    returnedUnits: inUnits(returned),
    cuts: cuts.map((cut) => cutLine(cut, slots)),
  };
}

/** Calendar months of a substance, oldest first. */
export async function readMonths(
  db: ArchiveDatabase,
  code: string,
  from: PlainDate,
  to: PlainDate,
): Promise<MonthOfSubstance[]> {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  const [digests, cuts] = await Promise.all([
    db.digests.where('[substanceCode+month]').between([code, first], [code, last], true, true).toArray(),
    db.cuts
      .where('[substanceCode+date+orderId]')
      .between([code, first], [code, `${last}\uffff`])
      .toArray(),
  ]);
  const byMonth = new Map(digests.map((digest) => [digest.month, digest]));
  return monthsBetween(first, last).map((month) =>
    monthOf(
      month,
      byMonth.get(month),
      cuts.filter(({ date }) => date.startsWith(month)),
    ),
  );
}
