import { orderEventsOf } from '@/lib/archive';
import { CountersignError } from '@/lib/base';
import { effectiveEvents, type OrderState } from '@/lib/order';
import type { CountToWrite } from '@/lib/portal';
import type { DeskPorts } from './ports';

/** What can be written into the supplier's receiving form, and lines that came on several days: one form can't say that. */
export interface Counted {
  readonly lines: readonly CountToWrite[];
  readonly onSeveralDays: readonly number[];
}

/**
 * What named persons counted of an order that the portal signed, and on which day, as its receiving form is to say it once
 * more (21 CFR 1305.22(g)). What was never counted isn't among it; a line of which nothing came has no day. Throws
 * `receipt/nothing-entered`.
 */
export async function countOnce(
  { archive }: Pick<DeskPorts, 'archive'>,
  { orderId, lines }: OrderState,
): Promise<Counted> {
  const { people } = await archive.directory();
  const days = new Map<number, Map<string, number>>();
  for (const event of effectiveEvents(orderEventsOf(await archive.events(orderId))).events) {
    if (event.type !== 'order.received') continue;
    const { date, countedBy } = event.payload;
    if (!people.some(({ id }) => id === countedBy)) continue;
    for (const { lineNumber, packages } of event.payload.lines) {
      const of = days.get(lineNumber) ?? new Map<string, number>();
      days.set(lineNumber, of);
      if (packages > 0) of.set(date, (of.get(date) ?? 0) + packages);
    }
  }
  if (days.size === 0) throw new CountersignError('receipt/nothing-entered');
  const counted = lines.filter(({ line }) => days.has(line.lineNumber));
  const daysOf = (line: number) => [...(days.get(line) ?? [])];
  const [single, several] = [
    counted.filter(({ line }) => daysOf(line.lineNumber).length <= 1),
    counted.filter(({ line }) => daysOf(line.lineNumber).length > 1),
  ];
  return {
    lines: single.map(({ line: { lineNumber, ndc11: ndc, itemNumber, name } }) => {
      const [[date, packages] = [null, 0]] = daysOf(lineNumber);
      return { lineNumber, ndc, itemNumber, name, packages, date };
    }),
    onSeveralDays: several.map(({ line }) => line.lineNumber),
  };
}
