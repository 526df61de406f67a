import {
  composeOrderNumber,
  CountersignError,
  parseOrderNumber,
  type OrderNumber,
  type PlainDate,
} from '@/lib/base';
import { appendWithin, type Writer } from './append';
import { isNumberUsed } from './guard';

/**
 * The number of a request for the year of `date`: the one it was given before, or the station's next unused one, recorded
 * before it is returned. Inside a transaction, so that two windows can't take the same one.
 */
export async function allocateWithin(
  writer: Writer,
  prefix: string,
  { requestId, who, date }: { readonly requestId: string; readonly who: string; readonly date: PlainDate },
): Promise<OrderNumber> {
  const { db } = writer;
  const series = composeOrderNumber(date, prefix, 0).slice(0, 5);
  for (const { number } of await db.numbers.where('requestId').equals(requestId).toArray()) {
    if (number.startsWith(series) && !(await isNumberUsed(db, number, requestId))) return number;
  }
  const last = await db.numbers.where('number').between(series, `${series}\uffff`).last();
  let n = last ? Number.parseInt(last.number.slice(5), 36) + 1 : 0;
  while (await isNumberUsed(db, composeOrderNumber(date, prefix, n))) n++;
  const number = parseOrderNumber(composeOrderNumber(date, prefix, n));
  if (!number) throw new CountersignError('internal/unexpected', { detail: `no numbers left in ${series}` });
  await appendWithin(writer, {
    commandId: `number-${number}`,
    who,
    orderId: null,
    events: [{ type: 'number.allocated', payload: { number, requestId } }],
  });
  return number;
}
