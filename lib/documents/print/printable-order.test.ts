import { describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { foldOrder, type OrderEvent, type OrderEvents, type OrderEventType } from '@/lib/order';
import { sampleOrder, seen, signed } from '@/tests/support/orders';
import { printableOrder } from './printable-order';

const day = (text: string) => text as PlainDate;
let count = 0;
function event<T extends OrderEventType>(type: T, payload: OrderEvents[T]): OrderEvent {
  return { id: `A/${(count += 1)}`, type, payload, time: 1_000 * count, who: 'p1' } as OrderEvent;
}

function print(...events: readonly OrderEvent[]) {
  const state = foldOrder('order-1', events);
  if (!state) throw new Error('no order');
  return printableOrder(state, {
    order: sampleOrder,
    events,
    names: new Map([
      ['p1', 'Ana Ruiz'],
      ['p2', 'Ben Okafor'],
    ]),
    certificateSubject: 'Ana Ruiz',
    printedAt: 5,
    printedBy: 'Ana Ruiz',
    zone: 'America/Chicago',
  });
}

const first = event('order.signed', {
  ...signed(),
  documentSha256: 'd'.repeat(64),
  certificateSha256: 'c'.repeat(64),
});
const received = (packages: number, more: Partial<OrderEvents['order.received']> = {}) =>
  event('order.received', {
    lines: [{ lineNumber: 1, packages, discrepancy: 'damaged', lots: [] }],
    date: day('2026-11-24'),
    countedBy: 'p2',
    verifiedBy: 'p1',
    note: 'one box wet',
    ...more,
  });

describe('a printed order', () => {
  it('holds the nine fields as signed, and what signed them', () => {
    const model = print(first);
    expect(model).toMatchObject({
      number: '26X100208',
      orderedOn: '2026-11-20',
      supplier: sampleOrder.supplier,
      purchaser: sampleOrder.purchaser,
      signature: {
        signer: 'Ana Ruiz',
        certificateSubject: 'Ana Ruiz',
        certificateSha256: 'c'.repeat(64),
        documentSha256: 'd'.repeat(64),
      },
    });
    expect(model.lines[0]).toMatchObject({
      name: 'Oxycodone HCl 10 mg tablets',
      ndc: '00406-8552-01',
      packageSize: 100,
      packages: 12,
      receipts: [],
    });
  });

  it('links each line to its receipts: quantity, date, counted by, verified by, what was wrong', () => {
    const model = print(first, received(5), received(7, { verifiedBy: null, date: day('2026-11-25') }));
    expect(model.lines[0]?.receipts).toMatchObject([
      {
        packages: 5,
        date: '2026-11-24',
        countedBy: 'Ben Okafor',
        verifiedBy: 'Ana Ruiz',
        discrepancy: 'damaged',
        deliveryNote: 'one box wet',
      },
      { packages: 7, date: '2026-11-25', verifiedBy: null },
    ]);
    expect(model.lines[0]?.received).toBe(12);
    expect(model.lines[1]?.receipts).toEqual([]);
  });

  it('shows what counts now where a record was corrected, and says so', () => {
    const wrong = received(50);
    const correction = event('order.corrected', {
      corrects: wrong.id,
      replacement: {
        lines: [{ lineNumber: 1, packages: 5 }],
        date: day('2026-11-24'),
        countedBy: 'p2',
        note: null,
      },
      reason: 'typed 50',
    });
    expect(print(first, wrong, correction).lines[0]?.receipts).toMatchObject([
      { packages: 5, corrected: true },
    ]);
    const withdrawn = event('order.corrected', {
      corrects: wrong.id,
      replacement: null,
      reason: 'other order',
    });
    expect(print(first, wrong, withdrawn).lines[0]?.receipts).toEqual([]);
  });

  it('carries statements: the supplier’s of not accepting, the purchaser’s of a loss', () => {
    const refused = event('order.not-accepted', { statement: 'No schedule 2N', seen });
    expect(print(first, refused).supplierStatement).toBe('No schedule 2N');
    const statement = {
      kind: 'lost',
      text: 'It was lost.',
      signedBy: 'Ana Ruiz',
      date: day('2026-12-01'),
      cms: null,
    } as const;
    expect(print(first, event('order.lost', { statement })).statements).toEqual([statement]);
  });
});
