import type { PlainDate } from '@/lib/base';
import type { ArchiveDatabase } from './database';
import type { Envelope } from './envelope';
import type { BesideRow, Contribution, OrderRow } from './rows';
import { shiftSeries } from './series';
import { wordsOfOrder } from './words-of-order';

/** Sums by month: what a daily sum of years ago still says, in a tenth of the room. */
function monthly(contributions: readonly Contribution[]): Contribution[] {
  const sums = new Map<string, Contribution>();
  for (const one of contributions) {
    const date = `${one.date.slice(0, 7)}-01` as PlainDate;
    const key = JSON.stringify([one.substanceCode, date, one.supplierId, one.strengthMg]);
    const sum = sums.get(key) ?? { ...one, date, baseUg: 0, milliUnits: 0 };
    sums.set(key, { ...sum, baseUg: sum.baseUg + one.baseUg, milliUnits: sum.milliUnits + one.milliUnits });
  }
  return [...sums.values()];
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
): Promise<{ readonly gone: readonly Envelope[]; readonly totals: readonly Contribution[] }> {
  const orderIds = rows.map(({ orderId }) => orderId);
  const gone = [...streams, ...(await numbersOf(db, orderIds))];
  const contributions = [...rows, ...beside].flatMap((row) => row.contributions);
  await shiftSeries(db, contributions, []);
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
  return { gone, totals: monthly(contributions) };
}
