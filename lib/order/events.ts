import type { Fault, OrderNumber, PlainDate } from '@/lib/base';
import type {
  EventId,
  InvoiceShipped,
  LineCut,
  LineQuantity,
  OrderLink,
  PageDifference,
  Seen,
} from './facts';
import type { Order, OrderDraft } from './order';
import type { ReceivedLine } from './received-line';
import type { Statement, StoredFile } from './statement';
import type { SigningRequest } from './request';
import type { SomReasonGiven } from './som-reason';
import type { LoweredQuantity, WarnedOf } from './warned';

/** What the signer was shown beside the order and signed nevertheless. */
export interface SigningCircumstances {
  readonly warnings: readonly Fault[];
  /** SOM level and sentences as shown, and the reason where one was asked for. */
  readonly som: {
    readonly level: string;
    readonly sentences: readonly string[];
    /** The reason as a sentence; `reasonGiven` in its parts, where this version asked for them. */
    readonly reason: string | null;
    readonly reasonGiven?: SomReasonGiven | null;
    /** Less than was warned of shortly before, and why; absent where nothing was lowered. */
    readonly lowered?: readonly LoweredQuantity[];
  };
  readonly keyProtection: string;
  readonly ruleVersion: string;
  /** The revocation lists in which the certificate and its CAs were looked up (1311.55(c)); absent where they weren't. */
  readonly revocationLists?: readonly {
    readonly issuer: string;
    readonly number: string;
    readonly thisUpdate: number;
  }[];
  /** How this computer's clock compared with others when it signed (1311.55(b)(7)); absent in orders of older versions. */
  readonly clock?: SigningClock;
}

/**
 * `sources`: host names whose clocks were believed; those that contradicted each other under `differ`. `ntp-only`,
 * `ntp-off`: right, or off, by time servers alone, whose answers aren't authenticated.
 */
export interface SigningClock {
  readonly state: 'checked' | 'off' | 'differ' | 'unknown' | 'ntp-only' | 'ntp-off';
  /** Milliseconds, positive: ahead; null where no comparison was believed. */
  readonly offsetMs: number | null;
  readonly uncertaintyMs: number | null;
  readonly sources: readonly string[];
}

/**
 * What can happen in the life of an order, by type. A stored event carries one of these payloads inside the archive's
 * envelope. Append-only: a payload's shape gains optional members, it never changes meaning.
 */
export interface OrderEvents {
  'request.opened': { readonly request: SigningRequest };
  'request.refused': { readonly requestId: string; readonly reason: string };
  'request.voided': { readonly requestId: string; readonly fault: Fault };
  /** The sign window showed that the order is unlike the usual ones (21 CFR 1301.74(b)): what and how much, by which rules. */
  'request.warned': {
    readonly level: WarnedOf['level'];
    readonly ruleVersion: string;
    readonly substances: readonly WarnedOf[];
  };
  /** 1305.21: the signed order, its exact bytes (base64) and the CMS around them. */
  'order.signed': {
    readonly requestId: string;
    readonly order: Order;
    readonly supplierId: string | null;
    readonly document: string;
    readonly documentSha256: string;
    readonly cms: string;
    readonly certificateSha256: string;
    readonly circumstances: SigningCircumstances;
  };
  /** Companion mode: the portal signs; this is a working record. `number` is null until the portal shows it. */
  'order.tracked': {
    readonly number: OrderNumber | null;
    readonly draft: OrderDraft;
    readonly supplierId: string | null;
    readonly seen: Seen;
  };
  'order.numbered': { readonly number: OrderNumber; readonly seen: Seen };
  /** `by-hand`: a person says so, since no page did. */
  'order.submitted': {
    readonly how: 'page-api' | 'page-field' | 'file' | 'portal' | 'by-hand';
    readonly seen: Seen;
  };
  'order.accepted': { readonly seen: Seen };
  /** What the supplier's page showed of the order after it was signed; none: it shows what was signed (again). */
  'order.page-compared': { readonly differences: readonly PageDifference[]; readonly seen: Seen };
  /** 1305.25: the supplier's statement is linked to the order. */
  'order.not-accepted': { readonly statement: string; readonly seen: Seen };
  /**
   * Totals per line as the supplier shows them, not increments: seeing a page twice changes nothing. `invoice`: what one
   * invoice says that it shipped; invoices add up, each by its number once, whoever saw it and how often.
   */
  'order.shipped': {
    readonly lines: readonly LineQuantity[];
    readonly date: PlainDate | null;
    readonly seen: Seen;
    readonly invoice?: InvoiceShipped;
  };
  /** The supplier's words for lines that it doesn't ship, or not now: an omit code, a reason. They close nothing. */
  'order.cut': { readonly lines: readonly LineCut[]; readonly seen: Seen };
  /** 1305.22(g): quantity of each item received and the date received. Increments: one delivery, one event. */
  'order.received': {
    readonly lines: readonly ReceivedLine[];
    readonly date: PlainDate;
    readonly countedBy: string;
    /** The pharmacist who looked at the count, where a state or the pharmacy asks for one; by id. */
    readonly verifiedBy?: string | null;
    readonly note: string | null;
  };
  /** The portal that holds the signed order shows it as received: the legal record is closed there. */
  'order.portal-received': { readonly seen: Seen };
  /** 1305.28: the supplier voids the order (`lines` null) or some items of it, of which then nothing ships any more. */
  'order.voided': {
    readonly lines: readonly number[] | null;
    readonly statement: string;
    readonly date: PlainDate | null;
    readonly seen: Seen;
  };
  /** The purchaser takes the order back by a written notice to the supplier: practice, 1305.28 speaks of suppliers only. */
  'order.cancelled': {
    readonly statement: Statement;
    /** It was signed and never given to the supplier: there was nobody to give notice to. */
    readonly unsent?: true;
  };
  /** 1305.26: the order, not the goods, was lost; the statement that says so to the supplier. */
  'order.lost': { readonly statement: Statement };
  /** 1305.26(b): the replacement is linked to the lost order, here in the stream of the lost one. */
  'order.replaced': { readonly by: OrderLink };
  /** The same link in the stream of the replacement, written with its signature. */
  'order.replaces': { readonly first: OrderLink };
  /** 1305.26(c): the lost order came to light; the supplier marks it as not accepted, and that is linked too. */
  'order.turned-up': { readonly date: PlainDate; readonly note: string | null; readonly seen: Seen };
  /** 1305.25: the supplier's statement, where it became known after the order was not accepted. */
  'order.statement-linked': {
    readonly statement: string;
    readonly file: StoredFile | null;
    readonly seen: Seen;
  };
  /** 1305.22(e): day `on` was the last one of the order's 60; the balance closes as not shipped. */
  'order.expired': { readonly on: PlainDate; readonly balance: readonly LineQuantity[] };
  /**
   * A wrong record is never edited. `replacement` counts in its place, as a payload of the same type; null withdraws it. Of
   * several corrections of one event the last counts, and all of them stay visible.
   */
  'order.corrected': {
    readonly corrects: EventId;
    readonly replacement: OrderEvents[CorrectableType] | null;
    readonly reason: string;
  };
}

/** What a correction may speak of: not what was signed or tracked, no request, and no correction. */
export const correctableTypes = [
  'order.numbered',
  'order.submitted',
  'order.accepted',
  'order.not-accepted',
  'order.shipped',
  'order.cut',
  'order.received',
  'order.portal-received',
  'order.voided',
  'order.cancelled',
  'order.lost',
  'order.replaced',
  'order.replaces',
  'order.turned-up',
  'order.statement-linked',
  'order.expired',
] as const;
export type CorrectableType = (typeof correctableTypes)[number];

export type OrderEventType = keyof OrderEvents;
export type OrderEvent = {
  [T in OrderEventType]: {
    readonly id: EventId;
    readonly type: T;
    readonly payload: OrderEvents[T];
    readonly time: number;
    readonly who: string;
  };
}[OrderEventType];
