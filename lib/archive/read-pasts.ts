import type { PlainDate } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import { dayNumber, dayZero, monthOfDay, slotsOf } from './digest';
import type { HistoryOrder, RunningSubstance, SubstanceHistory } from './monitoring-reads';
import { HISTORY_DAYS, LAST_ORDERS, ordersIn, suppliersIn, WINDOW_DAYS } from './past-row';
import type { DigestRow, PastRow } from './rows';
import { storedDigests } from './settle-series';

const inMg = (ug: number) => ug / 1_000;

function empty(today: number): SubstanceHistory {
  return {
    ...{ today, mg: new Float64Array(HISTORY_DAYS), orders: new Uint16Array(HISTORY_DAYS), last: [] },
    ...{ firstDay: Number.NaN, count: 0, suppliers: 0, strengthsMg: [] },
  };
}

/** Nothing is dated after `today`: all of it counts, and the window is cut where today wants it. */
function asItStands(past: PastRow, today: number): SubstanceHistory {
  const { mg, orders, ...none } = empty(today);
  // Slot 0 of the answer, in the window; what lies behind the window's end is empty.
  const start = WINDOW_DAYS - HISTORY_DAYS + today - past.end;
  const ug = past.ug.subarray(Math.min(start, WINDOW_DAYS), start + HISTORY_DAYS);
  for (let at = 0; at < ug.length; at++) mg[at] = inMg(ug[at] ?? 0);
  orders.set(past.perDay.subarray(Math.min(start, WINDOW_DAYS), start + HISTORY_DAYS));
  return {
    ...{ ...none, mg, orders },
    last: Array.from(past.days, (day, at) => ({ day, baseMg: inMg(past.amounts[at] ?? 0) })),
    firstDay: past.firstDay ?? Number.NaN,
    count: past.orders,
    suppliers: past.suppliers.length,
    strengthsMg: past.strengths.map(([strengthMg]) => strengthMg),
  };
}

/** Something is dated later, or the question is about an earlier day: months are read, and what is later is left out. */
async function asOf(
  db: ArchiveDatabase,
  { substanceCode, ...past }: PastRow,
  today: number,
): Promise<SubstanceHistory> {
  const { mg, orders } = empty(today);
  const recent: DigestRow[] = [];
  const earliest = monthOfDay(today - HISTORY_DAYS + 1);
  const later = { orders: 0, suppliers: new Map<string, number>(), strengths: new Map<number, number>() };
  const last: HistoryOrder[] = [];
  let known = 0;
  const add = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const count = { suppliers: new Set<string>(), strengths: new Set<number>() };
  // From the newest back: first what is later than the day, then its months, then as far as the last orders lie.
  await storedDigests(db, substanceCode).back((digest) => {
    const isOlder = digest.month < earliest;
    if (isOlder && (last.length >= LAST_ORDERS || known >= past.orders)) return true;
    recent.push(digest);
    const until = ordersIn(digest).filter(({ day }) => day <= today);
    known += ordersIn(digest).length;
    later.orders += ordersIn(digest).length - until.length;
    for (const id of suppliersIn(digest)) add(later.suppliers, id);
    for (const [strengthMg] of digest.strengths) add(later.strengths, strengthMg);
    for (const { supplierId } of until) count.suppliers.add(supplierId);
    for (const [strengthMg, , day] of digest.strengths)
      if (dayZero(digest.month) + day <= today) count.strengths.add(strengthMg);
    last.unshift(...until.map(({ day, ug }) => ({ day, baseMg: inMg(ug) })));
    return false;
  });
  for (const digest of recent)
    for (const { day, ug, backUg, ordered } of slotsOf(digest)) {
      const at = HISTORY_DAYS - 1 - (today - day);
      if (at < 0 || at >= HISTORY_DAYS) continue;
      mg[at] = (mg[at] ?? 0) + inMg(ug) - inMg(backUg);
      orders[at] = (orders[at] ?? 0) + Number(ordered);
    }
  // In a month that wasn't read, and so before the day.
  for (const [id, months] of past.suppliers)
    if (months > (later.suppliers.get(id) ?? 0)) count.suppliers.add(id);
  for (const [strengthMg, months] of past.strengths)
    if (months > (later.strengths.get(strengthMg) ?? 0)) count.strengths.add(strengthMg);
  const { firstDay } = past;
  return {
    ...{ today, mg, orders, last: last.slice(-LAST_ORDERS), count: past.orders - later.orders },
    firstDay: firstDay !== null && firstDay <= today ? firstDay : Number.NaN,
    suppliers: count.suppliers.size,
    strengthsMg: [...count.strengths].sort((a, b) => a - b),
  };
}

/** What monitoring compares with, by substance. */
export async function readPasts(
  db: ArchiveDatabase,
  codes: readonly string[],
  date: PlainDate,
): Promise<ReadonlyMap<string, SubstanceHistory>> {
  const today = dayNumber(date) ?? Number.NaN;
  const rows = await db.pasts.bulkGet([...codes]);
  const pasts = codes.map(async (code, index): Promise<[string, SubstanceHistory]> => {
    const row = rows[index];
    if (!row) return [code, empty(today)];
    return [code, row.lastDay <= today ? asItStands(row, today) : await asOf(db, row, today)];
  });
  return new Map(await Promise.all(pasts));
}

export async function runningSubstances(db: ArchiveDatabase, since: PlainDate): Promise<RunningSubstance[]> {
  const rows = await db.pasts.where('lastOrder').aboveOrEqual(since).toArray();
  return rows
    .flatMap(({ substanceCode: code, lastOrder, orders }) =>
      lastOrder ? [{ code, last: lastOrder, orders }] : [],
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
