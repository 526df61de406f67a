import type { PlainDate } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import { shiftCuts } from './cuts';
import type { Envelope } from './envelope';
import type { Amounts, PurgedStream } from './purge-events';
import type { BesideRow, Contribution, OrderRow } from './rows';
import { shiftHeld } from './shift-held';
import { wordsOfOrder } from './words-of-order';

const monthOf = ({ date }: Contribution) => `${date.slice(0, 7)}-01` as PlainDate;

const nameOf = (one: Contribution) =>
  JSON.stringify([one.substanceCode, monthOf(one), one.supplierId, one.strengthMg]);

/** Sums by month: what a daily sum of years ago still says, in a tenth of the room. */
function monthly(contributions: readonly Contribution[]): Map<string, Contribution> {
  const sums = new Map<string, Contribution>();
  for (const one of contributions) {
    const key = nameOf(one);
    const sum = sums.get(key);
    const amounts = sum ? together(sum, one) : amountsOf(one);
    const { substanceCode, supplierId, strengthMg } = one;
    sums.set(key, { substanceCode, supplierId, strengthMg, date: monthOf(one), ...amounts });
  }
  return sums;
}

function amountsOf({ baseUg, milliUnits, backUg, backMilliUnits }: Contribution): Amounts {
  return {
    ...{ baseUg, milliUnits },
    ...(backUg !== undefined && { backUg }),
    ...(backMilliUnits !== undefined && { backMilliUnits }),
  };
}

function together(one: Amounts, other: Amounts): Amounts {
  const backUg = (one.backUg ?? 0) + (other.backUg ?? 0);
  const backMilliUnits = (one.backMilliUnits ?? 0) + (other.backMilliUnits ?? 0);
  return {
    baseUg: one.baseUg + other.baseUg,
    milliUnits: one.milliUnits + other.milliUnits,
    ...(backUg !== 0 && { backUg }),
    ...(backMilliUnits !== 0 && { backMilliUnits }),
  };
}

/** Numbers given out to requests that go: their records go along, or they would stand alone between the gaps. */
async function numbersOf(db: ArchiveDatabase, orderIds: readonly string[]): Promise<Envelope[]> {
  const numbers = await db.numbers.where('requestId').anyOf(orderIds).toArray();
  const commands = numbers.map(({ number }) => `number-${number}`);
  const events = await db.events.where('commandId').anyOf(commands).toArray();
  return events.filter(({ type }) => type === 'number.allocated');
}

/** Takes everything of these orders and records away; answers the events that went and what they had added up to. */
export async function removeRecords(
  db: ArchiveDatabase,
  rows: readonly OrderRow[],
  beside: readonly BesideRow[],
  streams: readonly Envelope[],
): Promise<{
  readonly gone: readonly Envelope[];
  readonly totals: readonly Contribution[];
  readonly streams: readonly PurgedStream[];
}> {
  const orderIds = rows.map(({ orderId }) => orderId);
  const gone = [...streams, ...(await numbersOf(db, orderIds))];
  const contributions = [...rows, ...beside].flatMap((row) => row.contributions);
  await shiftHeld(db, {
    contributions,
    unrecognised: [...rows, ...beside].flatMap((row) => row.unrecognised ?? []),
  });
  for (const { cuts = [] } of rows) await shiftCuts(db, cuts, []);
  await db.events.bulkDelete(gone.map(({ registrant, station, seq }) => [registrant, station, seq]));
  await db.words.bulkDelete(
    rows.flatMap(({ orderId, orderedOn, wall, counter, state }) =>
      [...wordsOfOrder(state)].map((word): [string, string, number, number, string] => [
        ...([word, orderedOn, wall, counter, orderId] as const),
      ]),
    ),
  );
  await db.orders.bulkDelete(orderIds);
  await db.requests.bulkDelete(orderIds);
  await db.numbers.where('requestId').anyOf(orderIds).delete();
  await db.beside.bulkDelete(beside.map(({ id }) => id));
  const totals = monthly(contributions);
  const places = new Map([...totals.keys()].map((name, index) => [name, index]));
  const of = [
    ...rows.map(({ orderId, ...row }) => ({ id: orderId, contributions: row.contributions })),
    ...beside,
  ].map(({ id, ...row }) => ({
    id,
    records: streams.filter(({ orderId }) => orderId === id).length,
    parts: [...monthly(row.contributions)].map(([name, sum]) => ({
      of: places.get(name) ?? 0,
      ...amountsOf(sum),
    })),
  }));
  return { gone, totals: [...totals.values()], streams: of };
}
