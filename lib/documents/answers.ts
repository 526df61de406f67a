import type { DeaNumber, Ndc11, OrderNumber, PlainDate } from '@/lib/base';

/** What a supplier's document says of one line. Which line of the order it means is the reader's caller to find. */
export interface AnsweredLine {
  /** The number that the document gives the line; null where it gives none. */
  readonly lineNumber: number | null;
  readonly ndc11: Ndc11 | null;
  readonly itemNumber: string | null;
}

export const lineAnswers = ['accepted', 'changed', 'rejected', 'backordered', 'held', 'unknown'] as const;
export type LineAnswer = (typeof lineAnswers)[number];

export interface AcknowledgedLine extends AnsweredLine {
  readonly answer: LineAnswer;
  /** Packages that the answer speaks of; null where it names none. */
  readonly packages: number | null;
  /** What the supplier wrote beside the line; null where it wrote nothing. */
  readonly statement: string | null;
}

export const orderAnswers = ['accepted', 'changed', 'rejected', 'received', 'held', 'unknown'] as const;
/** `received`: the supplier has the order and decided nothing yet. */
export type OrderAnswer = (typeof orderAnswers)[number];

/** An answer to one order, whatever document it came in. */
export interface OrderAcknowledgement {
  /** The tracking number; null where the document names none. */
  readonly orderNumber: OrderNumber | null;
  /** The order as the sender calls it. */
  readonly reference: string;
  readonly purchaserDea: DeaNumber | null;
  readonly supplierDea: DeaNumber | null;
  readonly answer: OrderAnswer;
  readonly date: PlainDate | null;
  /** 21 CFR 1305.25: what the supplier says; null where it says nothing. */
  readonly statement: string | null;
  readonly lines: readonly AcknowledgedLine[];
}

export interface ShippedLine extends AnsweredLine {
  /** Whole packages of this shipment: an increment, not a total. */
  readonly packages: number;
}

/** What one shipment holds of one order. */
export interface ShipNotice {
  /** `cancelled`: an earlier notice of this shipment is taken back. `replaced`: this one stands in its place. */
  readonly purpose: 'original' | 'replaced' | 'cancelled';
  readonly shipment: string;
  readonly orderNumber: OrderNumber | null;
  readonly reference: string;
  readonly purchaserDea: DeaNumber | null;
  readonly supplierDea: DeaNumber | null;
  readonly shipDate: PlainDate | null;
  readonly lines: readonly ShippedLine[];
}
