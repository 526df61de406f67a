import type { BesideState, LineState, OrderState } from '@/lib/order';
import { besideKinds, type BesideKind } from '@/lib/order';
import type { Html } from './html';

/** What one section adds up to, and its rows for the index: text only, so that no order stays in memory for it. */
export interface SectionTally {
  orders: number;
  lines: number;
  ordered: number;
  received: number;
  open: number;
  flagged: number;
  readonly rows: Html[];
  readonly records: Record<BesideKind, Html[]>;
}

export function emptyTally(): SectionTally {
  const records = Object.fromEntries(besideKinds.map((kind) => [kind, []])) as unknown as Record<
    BesideKind,
    Html[]
  >;
  return { orders: 0, lines: 0, ordered: 0, received: 0, open: 0, flagged: 0, rows: [], records };
}

export function countOrder(
  tally: SectionTally,
  state: OrderState,
  lines: readonly LineState[],
  row: Html,
): void {
  tally.orders += 1;
  tally.lines += lines.length;
  for (const { ordered, received } of lines) {
    tally.ordered += ordered;
    tally.received += received;
  }
  if (lines.some(({ voided, received, ordered }) => !voided && received < ordered)) tally.open += 1;
  if (state.flags.length > 0) tally.flagged += 1;
  tally.rows.push(row);
}

export function countRecord(tally: SectionTally, { record }: BesideState, row: Html): void {
  tally.records[record.kind].push(row);
}

export function hasAny({ orders, records }: SectionTally): boolean {
  return orders > 0 || Object.values(records).some((rows) => rows.length > 0);
}
