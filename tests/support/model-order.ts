import { limits, type PlainDate } from '@/lib/base';
import type { LineQuantity, Order, OrderEvent, OrderEvents, OrderEventType, OrderPhase } from '@/lib/order';

type Of<T extends OrderEventType> = Extract<OrderEvent, { type: T }>;

export interface ModelState {
  readonly phase: OrderPhase;
  readonly receiptOpen: boolean;
  readonly closedOn: PlainDate | null;
  readonly statement: boolean;
  readonly lines: readonly {
    readonly shipped: number | null;
    readonly received: number;
    readonly voided: boolean;
    readonly balance: number;
  }[];
}

/**
 * What a signed order's history adds up to, worked out anew for each question by filtering the whole list: the second
 * opinion that the fold is checked against. `history` begins with the signature.
 */
export function modelOrder(order: Order, history: readonly OrderEvent[]): ModelState {
  const facts = history.flatMap((one): OrderEvent[] => {
    if (one.type === 'order.corrected') return [];
    const right = history.findLast(
      (other): other is Of<'order.corrected'> =>
        other.type === 'order.corrected' && other.payload.corrects === one.id,
    );
    if (!right || one.type === 'order.signed') return [one];
    return right.payload.replacement ? [{ ...one, payload: right.payload.replacement } as OrderEvent] : [];
  });
  const all = <T extends OrderEventType>(type: T): OrderEvents[T][] =>
    facts.filter((one): one is Of<T> => one.type === type).map(({ payload }) => payload as OrderEvents[T]);
  const has = (type: OrderEventType) => all(type).length > 0;

  const numbers = order.lines.map(({ lineNumber }) => lineNumber);
  const counts = (lines: readonly LineQuantity[], line: number) =>
    lines
      .filter(({ lineNumber }) => lineNumber === line)
      .map(({ packages }) => packages)
      .filter((n) => Number.isInteger(n) && n >= 0 && n <= limits.packagesMax);

  const verdict = facts.findLast(
    ({ type }) => type === 'order.accepted' || type === 'order.not-accepted',
  )?.type;
  const isLost = has('order.lost') && verdict === undefined;
  const voids = facts
    .filter((one): one is Of<'order.voided'> => one.type === 'order.voided')
    .map(({ payload, time }) => ({
      lines: payload.lines,
      day: payload.date ?? (new Date(time).toISOString().slice(0, 10) as PlainDate),
    }));
  const first = (days: readonly PlainDate[]) => [...days].sort()[0] ?? null;
  const byLine = numbers.map((n) =>
    first(voids.filter(({ lines }) => lines?.includes(n)).map(({ day }) => day)),
  );
  const whole = first([
    ...voids.filter(({ lines }) => lines === null).map(({ day }) => day),
    ...(byLine.every((day) => day !== null) ? [[...byLine].sort().at(-1) as PlainDate] : []),
  ]);

  const isClosed =
    verdict === 'order.not-accepted' || has('order.cancelled') || has('order.expired') || isLost;
  const counted = numbers.map((n) => all('order.received').flatMap(({ lines }) => counts(lines, n)));
  const lines = order.lines.map(({ lineNumber: n, packages }, index) => {
    const seenTotals = all('order.shipped').flatMap((page) => counts(page.lines, n));
    const invoices = all('order.shipped').flatMap(({ invoice }) => invoice ?? []);
    const invoiced = [...new Set(invoices.map(({ number }) => number))]
      .map((number) => invoices.filter((one) => one.number === number).flatMap((one) => counts(one.lines, n)))
      .reduce((sum, seen) => sum + Math.max(0, ...seen), 0);
    const shipped = seenTotals.length > 0 ? Math.max(invoiced, ...seenTotals) : null;
    const received = (counted[index] ?? []).reduce((sum, one) => sum + one, 0);
    const voided = whole !== null || byLine[index] !== null;
    const left = packages - Math.max(shipped ?? 0, received);
    return { shipped, received, voided, balance: isClosed || voided || left < 0 ? 0 : left, packages };
  });

  const came = lines.some(({ received }) => received > 0);
  const moved = came || lines.some(({ shipped }) => (shipped ?? 0) > 0);
  const isThere = lines.every(
    (line) =>
      line.received >= line.packages ||
      (whole === null && line.voided && line.received >= (line.shipped ?? 0)),
  );
  const isAllShipped = lines.every((line) => line.voided || (line.shipped ?? 0) >= line.packages);
  const ladder: [boolean, OrderPhase][] = [
    [came && isThere, 'received'],
    [whole !== null, 'void'],
    [has('order.cancelled'), 'cancelled'],
    [moved && has('order.expired'), 'expired'],
    [came, 'partly-received'],
    [moved, isAllShipped ? 'shipped' : 'partly-shipped'],
    [verdict === 'order.not-accepted', 'not-accepted'],
    [isLost, 'lost'],
    [has('order.expired'), 'expired'],
    [verdict === 'order.accepted', 'accepted'],
    [has('order.submitted'), 'submitted'],
  ];
  const phase = ladder.find(([isSo]) => isSo)?.[1] ?? 'signed';

  const isTold = lines.some(({ shipped }) => shipped !== null);
  const isOut =
    has('order.submitted') || verdict === 'order.accepted' || counted.some((one) => one.length > 0);
  const isTakenBack = ['not-accepted', 'void', 'cancelled', 'lost'].includes(phase);
  return {
    phase,
    receiptOpen: isTold
      ? lines.some(({ shipped, received }) => (shipped ?? 0) > received)
      : isOut && !isTakenBack && lines.some(({ voided }, index) => !voided && counted[index]?.length === 0),
    closedOn: first([
      ...(whole === null ? [] : [whole]),
      ...[...all('order.cancelled'), ...all('order.lost')].map((payload) => payload.statement.date),
      ...all('order.expired').map(({ on }) => on),
    ]),
    statement: [...all('order.not-accepted'), ...all('order.statement-linked')].some(
      (payload) => payload.statement.trim() !== '',
    ),
    lines: lines.map(({ shipped, received, voided, balance }) => ({ shipped, received, voided, balance })),
  };
}
