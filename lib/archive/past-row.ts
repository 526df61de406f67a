import { dateOfDay, dayZero, monthOfDay, slotsOf, type DigestSlot } from './digest';
import type { DigestRow, PastRow } from './rows';

/** Days that a comparison looks back, today included, and orders that a usual order is judged by: as in `lib/som`. */
export const HISTORY_DAYS = 460;
export const LAST_ORDERS = 40;
/** Up to the end of the month of the last day on record: the `HISTORY_DAYS` up to any later day lie in it, or are empty. */
export const WINDOW_DAYS = 496;

/** A month of a substance before and after a change; null: nothing on record. */
export interface MonthChange {
  readonly month: string;
  readonly before: DigestRow | null;
  readonly after: DigestRow | null;
}

/** Digests of one substance as they are after the changes, read only where its past can't be brought forward without. */
export interface Digests {
  /** From the newest back, until one is enough. */
  back(isEnough: (digest: DigestRow) => boolean): Promise<void>;
  /** From the first on, until one is enough. */
  forth(isEnough: (digest: DigestRow) => boolean): Promise<void>;
}

type Counts = Pick<PastRow, 'months' | 'orders' | 'suppliers' | 'strengths'>;
type Rest = Omit<PastRow, keyof Counts | 'substanceCode'>;

export function ordersIn(digest: DigestRow | null): readonly DigestSlot[] {
  return digest ? [...slotsOf(digest)].filter(({ ordered }) => ordered) : [];
}

export function suppliersIn(digest: DigestRow | null): ReadonlySet<string> {
  return new Set(ordersIn(digest).map(({ supplierId }) => supplierId));
}

function strengthsIn(digest: DigestRow | null): ReadonlySet<number> {
  return new Set(digest?.strengths.map(([strengthMg]) => strengthMg));
}

/** The last day of a month, from 1970-01-01. */
function endOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return dayZero(month) + new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function shiftCounts<K extends string | number>(
  known: readonly (readonly [K, number])[],
  changes: readonly MonthChange[],
  keysIn: (digest: DigestRow | null) => ReadonlySet<K>,
): (readonly [K, number])[] {
  const counts = new Map<K, number>(known);
  for (const { before, after } of changes) {
    for (const key of keysIn(before)) counts.set(key, (counts.get(key) ?? 0) - 1);
    for (const key of keysIn(after)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, months]) => months > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

function countsAfter(past: PastRow | undefined, changes: readonly MonthChange[]): Counts {
  let [months, orders] = [past?.months ?? 0, past?.orders ?? 0];
  for (const { before, after } of changes) {
    months += Number(after !== null) - Number(before !== null);
    orders += ordersIn(after).length - ordersIn(before).length;
  }
  return {
    ...{ months, orders },
    suppliers: shiftCounts(past?.suppliers ?? [], changes, suppliersIn),
    strengths: shiftCounts(past?.strengths ?? [], changes, strengthsIn),
  };
}

/** Writes months into the window that ends on `end`. */
function fill(window: Pick<PastRow, 'ug' | 'perDay'>, end: number, digest: DigestRow): void {
  const { ug, perDay } = window;
  for (const slot of slotsOf(digest)) {
    const at = WINDOW_DAYS - 1 - (end - slot.day);
    if (at < 0) continue;
    ug[at] = (ug[at] ?? 0) + slot.ug - slot.backUg;
    perDay[at] = (perDay[at] ?? 0) + Number(slot.ordered);
  }
}

function lastOf(orders: readonly { readonly day: number; readonly ug: number }[]) {
  const last = orders.slice(-LAST_ORDERS);
  return {
    days: Int32Array.from(last, ({ day }) => day),
    amounts: Float64Array.from(last, ({ ug }) => ug),
  };
}

/**
 * The usual case, an order in the newest month or a later one: everything before it stands. Null where it isn't, or where
 * what is left doesn't tell all.
 */
function broughtForward(past: PastRow, changes: readonly MonthChange[], orders: number): Rest | null {
  const months = changes.map(({ month }) => month).sort();
  const [first = '', newest = ''] = [months[0], months.at(-1)];
  const newestAfter = changes.find(({ month }) => month === newest)?.after ?? null;
  const lastSlot = newestAfter ? [...slotsOf(newestAfter)].at(-1) : undefined;
  const lastOrder = ordersIn(newestAfter).at(-1);
  const { firstDay } = past;
  if (!lastSlot || !lastOrder || firstDay === null) return null;
  if (first < monthOfDay(past.lastDay) || monthOfDay(firstDay) >= first) return null;
  const end = endOf(newest);
  const kept = Math.max(0, WINDOW_DAYS - (end - past.end));
  const window = { ug: new Float64Array(WINDOW_DAYS), perDay: new Uint16Array(WINDOW_DAYS) };
  window.ug.set(past.ug.subarray(WINDOW_DAYS - kept));
  window.perDay.set(past.perDay.subarray(WINDOW_DAYS - kept));
  const from = Math.max(0, WINDOW_DAYS - 1 - (end - (dayZero(first) + 1)));
  window.ug.fill(0, from);
  window.perDay.fill(0, from);
  const sorted = [...changes].sort((a, b) => (a.month < b.month ? -1 : 1));
  const last = Array.from(past.days, (day, at) => ({ day, ug: past.amounts[at] ?? 0 })).filter(
    ({ day }) => day <= dayZero(first),
  );
  for (const { after } of sorted) {
    if (after) fill(window, end, after);
    last.push(...ordersIn(after));
  }
  if (last.length < LAST_ORDERS && last.length < orders) return null;
  return {
    ...{ firstDay, lastDay: lastSlot.day, lastOrder: dateOfDay(lastOrder.day), end },
    ...window,
    ...lastOf(last),
  };
}

/** From the digests themselves: as many of the newest as the window and the last orders need, and the first. */
async function anew(digests: Digests, orders: number): Promise<Rest> {
  const window = { ug: new Float64Array(WINDOW_DAYS), perDay: new Uint16Array(WINDOW_DAYS) };
  const last: DigestSlot[] = [];
  let [lastDay, end] = [Number.NaN, Number.NaN];
  await digests.back((digest) => {
    if (Number.isNaN(end)) {
      end = endOf(digest.month);
      lastDay = [...slotsOf(digest)].at(-1)?.day ?? end;
    }
    fill(window, end, digest);
    last.unshift(...ordersIn(digest));
    const isPast = end - dayZero(digest.month) >= WINDOW_DAYS;
    return isPast && last.length >= Math.min(LAST_ORDERS, orders);
  });
  let firstDay: number | null = null;
  if (orders > 0)
    await digests.forth((digest) => {
      firstDay = ordersIn(digest)[0]?.day ?? null;
      return firstDay !== null;
    });
  const lastOrder = last.at(-1);
  return {
    ...{ firstDay, lastDay, end },
    ...(lastOrder && { lastOrder: dateOfDay(lastOrder.day) }),
    ...window,
    ...lastOf(last),
  };
}

/** A substance's past after some of its months changed; null: nothing is on record any more. */
export async function shiftPast(
  substanceCode: string,
  past: PastRow | undefined,
  changes: readonly MonthChange[],
  digests: Digests,
): Promise<PastRow | null> {
  const counts = countsAfter(past, changes);
  if (counts.months <= 0) return null;
  const rest = (past && broughtForward(past, changes, counts.orders)) ?? (await anew(digests, counts.orders));
  return { substanceCode, ...counts, ...rest };
}
