import fc from 'fast-check';
import type { DeaNumber, Ndc11, OrderNumber, PlainDate } from '@/lib/base';
import {
  draftOf,
  type Order,
  type OrderEvent,
  type OrderEvents,
  type OrderEventType,
  type OrderLine,
} from '@/lib/order';

/** Invented orders and events for the tests of every room. */
export const sampleOrder: Order = {
  number: '26X100208' as OrderNumber,
  date: '2026-11-20' as PlainDate,
  supplier: {
    name: 'Example Wholesale, Inc.',
    deaNumber: 'RE1234563' as DeaNumber,
    address: { street: '1 Depot Road', street2: null, city: 'Columbus', state: 'OH', postalCode: '43004' },
  },
  purchaser: {
    name: 'Corner Pharmacy',
    deaNumber: 'AP5836727' as DeaNumber,
    address: {
      street: '22 Main Street',
      street2: 'Suite 4',
      city: 'Dayton',
      state: 'OH',
      postalCode: '45402',
    },
  },
  lines: [
    {
      lineNumber: 1,
      name: 'Oxycodone HCl 10 mg tablets',
      ndc11: '00406855201' as Ndc11,
      strength: '10 mg',
      form: 'tablet',
      packageSize: 100,
      packages: 12,
      schedule: '2',
      itemNumber: '5551-01',
    },
    {
      lineNumber: 2,
      name: 'Methylphenidate ER 18 mg',
      ndc11: null,
      strength: null,
      form: null,
      packageSize: 100,
      packages: 3,
      schedule: '2N',
      itemNumber: null,
    },
  ],
};

const text = (max: number) =>
  fc
    .string({ unit: fc.constantFrom(...'Aa Zz09.,-&<>"\'/%()éñµ'), minLength: 1, maxLength: max })
    .map((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((value) => value !== '');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const address = fc.record({
  street: text(40),
  street2: maybe(text(20)),
  city: text(20),
  state: fc.constantFrom('OH', 'TX', 'PR'),
  postalCode: fc.constantFrom('43004', '43004-1234'),
});

const line = fc.record({
  name: text(60),
  ndc11: maybe(fc.stringMatching(/^\d{11}$/).map((ndc) => ndc as Ndc11)),
  strength: maybe(text(12)),
  form: maybe(text(12)),
  packageSize: fc.oneof(
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.integer({ min: 1, max: 10_000_000 }).map((n) => n / 10_000),
  ),
  packages: fc.integer({ min: 1, max: 100_000 }),
  schedule: fc.constantFrom('1', '2', '2N', '3', '3N', '4', '5', 'none'),
  itemNumber: maybe(text(10)),
}) as fc.Arbitrary<Omit<OrderLine, 'lineNumber'>>;

/** Any order that could be signed. */
export const anyOrder: fc.Arbitrary<Order> = fc.record({
  number: fc.stringMatching(/^26X[A-Z0-9]{6}$/).map((number) => number as OrderNumber),
  date: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}` as PlainDate),
  supplier: fc.record({ name: text(40), deaNumber: fc.constant(sampleOrder.supplier.deaNumber), address }),
  purchaser: fc.record({ name: text(40), deaNumber: fc.constant(sampleOrder.purchaser.deaNumber), address }),
  lines: fc
    .array(line, { minLength: 1, maxLength: 8 })
    .map((lines) => lines.map((item, index) => ({ lineNumber: index + 1, ...item }))),
});

let made = 0;

/** Each with an id of its own. */
export function event<T extends OrderEventType>(type: T, payload: OrderEvents[T], time = 0): OrderEvent {
  made += 1;
  return { id: `AP5836727/station-1/${made}`, type, payload, time, who: 'person-1' } as OrderEvent;
}

export const seen = { origin: 'https://portal.example' };

export function signed(order: Order = sampleOrder): OrderEvents['order.signed'] {
  return {
    requestId: 'request-1',
    order,
    supplierId: 'supplier-1',
    document: '',
    documentSha256: '0'.repeat(64),
    cms: '',
    certificateSha256: '0'.repeat(64),
    circumstances: {
      warnings: [],
      som: { level: 'none', sentences: [], reason: null },
      keyProtection: 'password',
      ruleVersion: '1',
    },
  };
}

const day = fc
  .integer({ min: 0, max: 200 })
  .map((n) => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10) as PlainDate);
const quantities = fc.array(
  fc.record({
    lineNumber: fc.integer({ min: 0, max: 4 }),
    packages: fc.oneof(
      fc.nat({ max: 20 }),
      fc.constantFrom(-3, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9),
    ),
  }),
  { maxLength: 4 },
);

/** What happens to an order after it exists, sound or not. */
export const anyLaterEvent: fc.Arbitrary<OrderEvent> = fc.oneof(
  fc.constant(event('order.submitted', { how: 'page-api', seen })),
  fc.constant(event('order.accepted', { seen })),
  fc.constant(event('order.not-accepted', { statement: 'No allotment left', seen })),
  fc.constant(event('order.portal-received', { seen })),
  fc
    .constantFrom('26X100208', '26X999999')
    .map((number) => event('order.numbered', { number: number as OrderNumber, seen })),
  fc.tuple(quantities, maybe(day)).map(([lines, date]) => event('order.shipped', { lines, date, seen })),
  fc
    .record({ lines: quantities, number: fc.constantFrom('INV-1', 'INV-2', 'INV-3') })
    .map((invoice) => event('order.shipped', { lines: invoice.lines, date: null, seen, invoice })),
  fc
    .array(
      fc.record({ lineNumber: fc.integer({ min: 0, max: 4 }), words: fc.constantFrom('04', 'Back order') }),
    )
    .map((lines) => event('order.cut', { lines, seen })),
  fc
    .tuple(quantities, day)
    .map(([lines, date]) => event('order.received', { lines, date, countedBy: 'person-1', note: null })),
);

/** Any event at all, in the order's stream. */
export const anyEvent: fc.Arbitrary<OrderEvent> = fc.oneof(
  { weight: 5, arbitrary: anyLaterEvent },
  { weight: 1, arbitrary: fc.constant(event('order.signed', signed())) },
  {
    weight: 1,
    arbitrary: fc.constant(
      event('order.tracked', { number: null, draft: draftOf(sampleOrder), supplierId: null, seen }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(event('request.refused', { requestId: 'request-1', reason: 'Too much' })),
  },
);

/** The same events, each stored under an id of its own. */
export function quietly(events: readonly OrderEvent[]): OrderEvent[] {
  return events.map((one) => event(one.type, one.payload, one.time));
}

const statement = fc.record({ text: text(30), signedBy: fc.constant('Ana Ruiz'), date: day });
const lineNumbers = fc.subarray([1, 2, 7], { minLength: 0 });
const blankOrWords = fc.constantFrom('', ' ', 'No allotment left');

/** What happens to an order that is signed, its ends and links included; whatever a correction may speak of. */
export const anyHistoryEvent: fc.Arbitrary<OrderEvent> = fc.oneof(
  { weight: 6, arbitrary: anyLaterEvent },
  {
    weight: 6,
    arbitrary: fc.oneof(
      fc
        .record({ lines: maybe(lineNumbers), date: maybe(day), statement: text(20) })
        .map((payload) => event('order.voided', { ...payload, seen })),
      statement.map((said) =>
        event('order.cancelled', { statement: { ...said, kind: 'cancellation', cms: null } }),
      ),
      statement.map((said) => event('order.lost', { statement: { ...said, kind: 'lost', cms: null } })),
      fc
        .constantFrom('order-2', 'order-3')
        .map((orderId) => event('order.replaced', { by: { orderId, number: '26X100300' as OrderNumber } })),
      fc.constant(
        event('order.replaces', { first: { orderId: 'order-0', number: '26X100100' as OrderNumber } }),
      ),
      fc
        .record({ date: day, note: maybe(text(20)) })
        .map((payload) => event('order.turned-up', { ...payload, seen })),
      blankOrWords.map((words) => event('order.statement-linked', { statement: words, file: null, seen })),
      blankOrWords.map((words) => event('order.not-accepted', { statement: words, seen })),
      fc.tuple(day, quantities).map(([on, balance]) => event('order.expired', { on, balance })),
    ),
  },
);
