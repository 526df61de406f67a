import type { OrderLine, OrderState } from '@/lib/order';
import { day, draft, draftLine, lines, number, order, supplier, today } from './basic-fixtures';

const quantities = (ordered: number, shipped: number | null, received: number) => ({
  ordered,
  shipped,
  received,
  voided: false,
  balance: ordered - Math.max(shipped ?? 0, received),
});

export const shippedState: OrderState = {
  orderId: 'o1',
  number: number('26X100187'),
  draft: { ...draft, number: number('26X100187'), date: day('2026-11-18') },
  supplierId: 'meridian',
  phase: 'shipped',
  kind: 'signed',
  orderedOn: day('2026-11-18'),
  lines: [
    { line: draftLine(lines[0] as OrderLine), ...quantities(12, 12, 0) },
    { line: draftLine(lines[1] as OrderLine), ...quantities(2, 2, 0) },
    { line: draftLine(lines[2] as OrderLine), ...quantities(4, 3, 0) },
  ],
  receiptOpen: true,
  portalReceiptOpen: false,
  shippedOn: day('2026-11-19'),
  lastReceivedOn: null,
  statement: null,
  statementLinked: false,
  replacedBy: null,
  replaces: null,
  closedOn: null,
  lostOn: null,
  turnedUpOn: null,
  corrected: false,
  flags: ['received-before-shipped'],
  version: 5,
};

export const trackedState: OrderState = {
  ...shippedState,
  orderId: 'o3',
  kind: 'tracked',
  number: number('26X0K3M7Q'),
  supplierId: 'cascade',
  draft: { ...shippedState.draft, supplier: { ...supplier, name: 'Cascade Health Distribution' } },
};

export const orderStates: readonly OrderState[] = [
  {
    ...shippedState,
    orderId: 'o4',
    number: order.number,
    phase: 'signed',
    orderedOn: today,
    receiptOpen: false,
    shippedOn: null,
    flags: [],
  },
  shippedState,
  trackedState,
  {
    ...shippedState,
    orderId: 'o5',
    number: number('26X100163'),
    phase: 'received',
    receiptOpen: false,
    orderedOn: day('2026-11-09'),
    lines: shippedState.lines.map((line) => ({ ...line, shipped: line.ordered, received: line.ordered })),
  },
  {
    ...shippedState,
    orderId: 'o6',
    number: number('26X100151'),
    phase: 'not-accepted',
    orderedOn: day('2026-11-02'),
    receiptOpen: false,
  },
];
