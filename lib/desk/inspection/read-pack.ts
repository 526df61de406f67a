import type { Archive, Directory, Registrant } from '@/lib/archive';
import { addDays, legalDay, limits, parseDeaNumber, type PlainDate } from '@/lib/base';
import type { BesideState, OrderState } from '@/lib/order';

/** Whose records of which days. */
export interface Scope {
  readonly registrant: Registrant;
  /** Its DEA number, and those that it had before. */
  readonly numbers: ReadonlySet<string>;
  readonly directory: Pick<Directory, 'registrants'>;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Few enough that a page of them never weighs, many enough that asking for the next doesn't. */
const PAGE = 50;

/** Placed in the period, or before it and received, or told to DEA, in it or later. */
function isIn({ from, to }: Scope, date: PlainDate, receivedOn: PlainDate | null): boolean {
  return date <= to && (date >= from || (receivedOn !== null && receivedOn >= from));
}

/**
 * Whether the scope's location ordered it. Where the page didn't say who did, or named a number that is no location's, the
 * chain in which it lies tells; from before any was set up, it is that of the first one. So each order is in one pack.
 */
async function isOwn(
  archive: Archive,
  { numbers, registrant, directory: { registrants } }: Scope,
  state: OrderState,
): Promise<boolean> {
  const named = parseDeaNumber(state.draft.purchaser.deaNumber ?? '');
  if (named !== null && numbers.has(named)) return true;
  if (named !== null && registrants.some(({ deaNumber }) => deaNumber === named)) return false;
  const chains = (await archive.events(state.orderId)).map((event) => event.registrant);
  const chain = chains.find((number) => number !== '') ?? registrants[0]?.deaNumber ?? registrant.deaNumber;
  return numbers.has(chain);
}

/**
 * The order with its day in the location's own zone: where the page of a tracked order gave none, the archive counts the
 * day on which it was seen in UTC, which in the evening is the next one.
 */
async function onOwnDay(archive: Archive, { registrant }: Scope, state: OrderState): Promise<OrderState> {
  if (state.kind !== 'tracked' || state.draft.date !== null) return state;
  const [first] = await archive.events(state.orderId);
  return first ? { ...state, orderedOn: legalDay(first.time[0], registrant.zone) } : state;
}

/** Newest first, by keyset, a page at a time; `onDay` is told how far back it has come. */
async function* pages<T>(
  read: (page: { limit: number; before?: string }) => Promise<readonly T[]>,
  idOf: (one: T) => string,
): AsyncGenerator<T> {
  const seen = new Set<string>();
  for (let before: string | undefined; ;) {
    const page = await read({ limit: PAGE, ...(before === undefined ? {} : { before }) });
    for (const one of page) {
      // A page that begins anew: what stood before it was purged meanwhile, and so was all that is older.
      if (seen.has(idOf(one))) return;
      seen.add(idOf(one));
      yield one;
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    before = idOf(last);
  }
}

/** Orders of the scope, newest first, one at a time. */
export async function* ordersIn(
  archive: Archive,
  scope: Scope,
  onDay: (day: PlainDate) => void,
): AsyncGenerator<OrderState> {
  const earliest = addDays(scope.from, -limits.packLookBackDays);
  for await (const found of pages<OrderState>(
    (page) => archive.orders(page),
    ({ orderId }) => orderId,
  )) {
    if (found.orderedOn < earliest) return;
    const state = await onOwnDay(archive, scope, found);
    onDay(state.orderedOn);
    if (isIn(scope, state.orderedOn, state.lastReceivedOn) && (await isOwn(archive, scope, state)))
      yield state;
  }
}

/** The last day on which goods of a record came, or DEA was told of a loss. */
function lastDayOf({ lastReceivedOn, notifiedOn, form106On }: BesideState): PlainDate | null {
  const days = [lastReceivedOn, notifiedOn, form106On].filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

/** Records beside CSOS of the scope, newest first, one at a time. */
export async function* recordsIn(archive: Archive, scope: Scope): AsyncGenerator<BesideState> {
  const earliest = addDays(scope.from, -limits.packLookBackDays);
  for await (const state of pages<BesideState>(
    (page) => archive.besideRecords(page),
    ({ id }) => id,
  )) {
    const { date, registrant } = state.record;
    if (date < earliest) return;
    if (scope.numbers.has(registrant) && isIn(scope, date, lastDayOf(state))) yield state;
  }
}
