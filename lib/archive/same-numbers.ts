import type { OrderNumber } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import type { ArchiveDatabase } from './database';

/** A merge may bring all orders of ten years: no more of them are held at a time. */
const BATCH = 200;

/** Orders that carry a number; more than one where two computers gave it out (1305.21(b)(1) wants it unique). */
export async function ordersOfNumber(db: ArchiveDatabase, number: OrderNumber): Promise<OrderState[]> {
  return (await db.orders.where('number').equals(number).toArray()).map(({ state }) => state);
}

/** Of these orders, the numbers that another order carries too. */
export async function sameNumbersOf(
  db: ArchiveDatabase,
  orderIds: readonly string[],
): Promise<readonly OrderNumber[]> {
  const numbers = new Set<OrderNumber>();
  for (let at = 0; at < orderIds.length; at += BATCH)
    for (const row of await db.orders.bulkGet(orderIds.slice(at, at + BATCH)))
      if (row?.number) numbers.add(row.number);
  const same: OrderNumber[] = [];
  for (const number of numbers)
    if ((await db.orders.where('number').equals(number).count()) > 1) same.push(number);
  return same.sort();
}

/** All numbers that more than one order carries, by the index of numbers alone. */
export async function allSameNumbers(db: ArchiveDatabase): Promise<readonly OrderNumber[]> {
  const numbers = (await db.orders.orderBy('number').keys()) as OrderNumber[];
  return [...new Set(numbers.filter((number, index) => number === numbers[index - 1]))];
}
