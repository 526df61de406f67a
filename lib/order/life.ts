import { addDays, limits, type OrderNumber, type PlainDate } from '@/lib/base';
import type { LineQuantity } from './facts';
import type { OrderFlag } from './flags';
import type { OrderDraft } from './order';

/** Packages by line number. */
export type Packages = ReadonlyMap<number, number>;

/** What the fold gathers on its way through an order's events; `stateOf` reads the state from it. */
export interface Life {
  origin: {
    readonly kind: 'signed' | 'tracked';
    readonly draft: OrderDraft;
    readonly supplierId: string | null;
    readonly orderedOn: PlainDate;
  } | null;
  number: OrderNumber | null;
  submitted: boolean;
  /** The supplier's latest word; null while it said nothing. */
  verdict: 'accepted' | 'not-accepted' | null;
  statement: string | null;
  portalReceived: boolean;
  /** What suppliers' pages said, in the order seen: running totals per line. */
  readonly shipments: { readonly date: PlainDate | null; readonly totals: Packages }[];
  readonly received: Map<number, number>;
  lastReceivedOn: PlainDate | null;
  readonly flags: Set<OrderFlag>;
}

export function newLife(): Life {
  return {
    origin: null,
    number: null,
    submitted: false,
    verdict: null,
    statement: null,
    portalReceived: false,
    shipments: [],
    received: new Map(),
    lastReceivedOn: null,
    flags: new Set(),
  };
}

/** The highest total that any page showed for a line; null where none showed the line. */
export function shippedOf(life: Life, lineNumber: number): number | null {
  const totals = life.shipments.flatMap(({ totals: seen }) => seen.get(lineNumber) ?? []);
  return totals.length === 0 ? null : Math.max(...totals);
}

/** Quantities that can be counted with; what can't is flagged and left out, so that the fold never fails. */
export function readable(life: Life, lines: readonly LineQuantity[]): readonly LineQuantity[] {
  return lines.filter(({ lineNumber, packages }) => {
    const known =
      life.origin === null || life.origin.draft.lines.some((line) => line.lineNumber === lineNumber);
    if (!known) life.flags.add('line-unknown');
    const countable = Number.isInteger(packages) && packages >= 0 && packages <= limits.packagesMax;
    if (!countable) life.flags.add('quantity-unreadable');
    return known && countable;
  });
}

/** 21 CFR 1305.22(f): nothing may ship on an order after its sixtieth day. */
export function isAfterDay60(orderedOn: PlainDate, date: PlainDate): boolean {
  return date > addDays(orderedOn, limits.orderValidDays);
}
