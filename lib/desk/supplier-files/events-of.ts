import type { NewEvent } from '@/lib/archive';
import type { OrderAcknowledgement, ShipNotice } from '@/lib/documents';
import { judgeAct, type LineQuantity, type OrderEvents, type OrderState } from '@/lib/order';
import type { PlainDate } from '@/lib/base';
import { refusalEvents } from '../refusal-events';
import { turnedUp } from '../turned-up';

/** Where such a fact was learnt, in the place of a page's origin. */
export const FROM_NOTICE = 'file:856';
const FROM_ANSWER = { origin: 'file:855' };

interface Named {
  readonly lineNumber: number | null;
  readonly ndc11: string | null;
  readonly itemNumber: string | null;
}

/** The line of the order that a document's line means: by NDC, else by item number, else by its own number; null: unclear. */
export function lineOf({ lines }: OrderState, named: Named): number | null {
  const by = (same: (line: OrderState['lines'][number]['line']) => boolean) =>
    lines.filter(({ line }) => same(line)).map(({ line }) => line.lineNumber);
  const found =
    named.ndc11 !== null
      ? by(({ ndc11 }) => ndc11 === named.ndc11)
      : named.itemNumber !== null
        ? by(({ itemNumber }) => itemNumber === named.itemNumber)
        : by(({ lineNumber }) => lineNumber === named.lineNumber);
  return found.length === 1 ? (found[0] ?? null) : null;
}

const UNDECIDED: readonly string[] = ['signed', 'submitted', 'tracked', 'lost'];

/** What has to be known before an answer can be: that the order was sent, or came to light (1305.26(c)). */
function before(order: OrderState, words: string, today: PlainDate): NewEvent[] {
  return order.phase === 'signed'
    ? [{ type: 'order.submitted', payload: { how: 'portal', seen: FROM_ANSWER } }]
    : turnedUp(order, words, { seen: FROM_ANSWER, today });
}

/** 1305.25, 1305.28: what an answer adds to what is known; null where it means lines that can't be told apart. */
export function answerEvents(
  order: OrderState,
  { answer, statement, date, lines }: OrderAcknowledgement,
  today: PlainDate,
): NewEvent[] | null {
  const seen = FROM_ANSWER;
  if (answer === 'rejected') return refusalEvents(order, statement ?? '', { seen, today });
  const isTaken = answer === 'accepted' || answer === 'changed';
  if (!isTaken && order.phase === 'lost') return [];
  const earlier = before(order, statement ?? '', today);
  if (!isTaken) return earlier;
  const accepted: NewEvent[] = UNDECIDED.includes(order.phase)
    ? [{ type: 'order.accepted', payload: { seen } }]
    : [];
  const rejected = lines.filter((line) => line.answer === 'rejected');
  const numbers = rejected.map((line) => lineOf(order, line));
  if (numbers.includes(null)) return null;
  const isVoid = (number: number) =>
    order.lines.some(({ line, voided }) => line.lineNumber === number && voided);
  const fresh = numbers.filter((number): number is number => number !== null && !isVoid(number));
  const told: OrderState = { ...order, phase: accepted.length > 0 ? 'accepted' : order.phase };
  const blocked = judgeAct(told, { kind: 'void', lines: fresh, date }, { today }).some(
    ({ severity }) => severity === 'blocks',
  );
  if (fresh.length === 0 || blocked) return [...earlier, ...accepted];
  const words = [statement, ...rejected.map((line) => line.statement)].filter((text) => text !== null);
  return [
    ...earlier,
    ...accepted,
    { type: 'order.voided', payload: { lines: fresh, statement: words.join('\n'), date, seen } },
  ];
}

/** The totals after a notice, which speaks of its own shipment alone: earlier notices are added, pages aren't. */
export function noticeEvents(
  order: OrderState,
  notice: ShipNotice,
  earlier: readonly OrderEvents['order.shipped'][],
): NewEvent[] | null {
  const totals = new Map<number, number>();
  const last = earlier.at(-1);
  for (const { lineNumber, packages } of last?.lines ?? []) totals.set(lineNumber, packages);
  for (const line of notice.lines) {
    const number = lineOf(order, line);
    if (number === null) return null;
    totals.set(number, (totals.get(number) ?? 0) + line.packages);
  }
  const lines: LineQuantity[] = [...totals].map(([lineNumber, packages]) => ({ lineNumber, packages }));
  return [
    { type: 'order.shipped', payload: { lines, date: notice.shipDate, seen: { origin: FROM_NOTICE } } },
  ];
}
