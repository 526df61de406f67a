import { addDays, limits, type OrderNumber, type PlainDate } from '@/lib/base';
import type { LineQuantity, OrderLink, PageDifference } from './facts';
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
  /** By the invoice's number, what it says that it shipped. */
  readonly invoices: Map<string, Packages>;
  readonly cuts: Map<number, string>;
  readonly received: Map<number, number>;
  lastReceivedOn: PlainDate | null;
  /** 1305.28: the day on which the supplier voided a line, and the whole order. */
  readonly voidedLines: Map<number, PlainDate>;
  voidedOn: PlainDate | null;
  cancelledOn: PlainDate | null;
  lostOn: PlainDate | null;
  turnedUpOn: PlainDate | null;
  expiredOn: PlainDate | null;
  replacedBy: OrderLink | null;
  replaces: OrderLink | null;
  /** As of the latest page that was compared. */
  pageDiffers: readonly PageDifference[];
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
    invoices: new Map(),
    cuts: new Map(),
    received: new Map(),
    lastReceivedOn: null,
    voidedLines: new Map(),
    voidedOn: null,
    cancelledOn: null,
    lostOn: null,
    turnedUpOn: null,
    expiredOn: null,
    replacedBy: null,
    replaces: null,
    pageDiffers: [],
    flags: new Set(),
  };
}

/**
 * The highest total that any page showed for a line, or what its invoices add up to where that is more; null where none
 * showed the line.
 */
export function shippedOf(life: Life, lineNumber: number): number | null {
  const totals = life.shipments.flatMap(({ totals: seen }) => seen.get(lineNumber) ?? []);
  let invoiced = 0;
  for (const lines of life.invoices.values()) invoiced += lines.get(lineNumber) ?? 0;
  return totals.length === 0 ? null : Math.max(invoiced, ...totals);
}

/** Whether the order, once there is one, has such a line; what speaks of another is flagged. */
export function isKnownLine(life: Life, lineNumber: number): boolean {
  const known =
    life.origin === null || life.origin.draft.lines.some((line) => line.lineNumber === lineNumber);
  if (!known) life.flags.add('line-unknown');
  return known;
}

/** Quantities that can be counted with; what can't is flagged and left out, so that the fold never fails. */
export function readable<T extends LineQuantity>(life: Life, lines: readonly T[]): readonly T[] {
  return lines.filter(({ lineNumber, packages }) => {
    const known = isKnownLine(life, lineNumber);
    const countable = Number.isInteger(packages) && packages >= 0 && packages <= limits.packagesMax;
    if (!countable) life.flags.add('quantity-unreadable');
    return known && countable;
  });
}

export function isVoided(life: Life, lineNumber: number): boolean {
  return life.voidedOn !== null || life.voidedLines.has(lineNumber);
}

/** The day on which the last of it was voided; null while a line stands. */
export function wholeVoidOn(life: Life): PlainDate | null {
  const lines = life.origin?.draft.lines ?? [];
  const days = lines.map(({ lineNumber }) => life.voidedLines.get(lineNumber));
  const byLine = days.some((day) => day === undefined) ? undefined : days.sort().at(-1);
  return [life.voidedOn, byLine].filter((day): day is PlainDate => typeof day === 'string').sort()[0] ?? null;
}

/** 21 CFR 1305.22(e): nothing may ship on an order after its sixtieth day. */
export function isAfterDay60(orderedOn: PlainDate, date: PlainDate): boolean {
  return date > addDays(orderedOn, limits.orderValidDays);
}
