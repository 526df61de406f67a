/** An order as the supplier keeps it, with the records linked to it (21 CFR 1305.22, 1305.27). */
export interface BookLine {
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly ordered: number;
  shipped: number;
  received: number | null;
}

export interface Shipment {
  readonly date: string;
  readonly invoice: string;
  readonly quantities: Readonly<Record<number, number>>;
}

export interface BookOrder {
  readonly number: string;
  /** The order's own date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly submittedAt: number;
  readonly submittedBy: string;
  readonly purchaserDea: string;
  readonly verdict: 'accepted' | 'not-accepted';
  /** Why the order was not accepted (21 CFR 1305.25); null for an accepted one. */
  readonly statement: string | null;
  readonly lines: BookLine[];
  readonly shipments: Shipment[];
  receivedOn: string | null;
  /** The signed bytes, verbatim; null where this portal signed by itself. */
  readonly cms: Uint8Array | null;
}

export type Stage = 'not-accepted' | 'accepted' | 'partly-shipped' | 'shipped' | 'received';

export function stageOf(order: BookOrder): Stage {
  if (order.verdict === 'not-accepted') return 'not-accepted';
  const open = order.lines.some((line) => line.shipped < line.ordered);
  const unreceived = order.lines.some((line) => line.received === null || line.received < line.shipped);
  if (order.shipments.length === 0) return 'accepted';
  if (open) return 'partly-shipped';
  return unreceived ? 'shipped' : 'received';
}
