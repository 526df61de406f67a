import type { PlainDate, ScheduleOrNone } from '@/lib/base';
import type {
  DraftParty,
  LoweredQuantity,
  OrderFlag,
  OrderPhase,
  ReceivedLine,
  Statement,
} from '@/lib/order';

/** One delivery's record for one line (21 CFR 1305.22(g)): quantity and date, who counted, who verified. */
export interface PrintedReceipt extends Omit<ReceivedLine, 'lineNumber'> {
  readonly date: PlainDate;
  readonly countedBy: string;
  readonly verifiedBy: string | null;
  /** What was noted of the whole delivery. */
  readonly deliveryNote: string | null;
  /** It stands in the place of a record that was wrong. */
  readonly corrected: boolean;
}

/** Fields 7 to 9 of 1305.21(b), and what is linked to the line. */
export interface PrintedLine {
  readonly lineNumber: number;
  readonly name: string;
  readonly ndc: string | null;
  readonly strength: string | null;
  readonly form: string | null;
  readonly itemNumber: string | null;
  readonly packageSize: number | null;
  readonly packages: number | null;
  readonly schedule: ScheduleOrNone | null;
  readonly shipped: number | null;
  readonly received: number;
  readonly voided: boolean;
  readonly receipts: readonly PrintedReceipt[];
}

export interface PrintedSignature {
  readonly signer: string;
  readonly certificateSubject: string | null;
  readonly certificateSha256: string;
  readonly documentSha256: string;
  /** Milliseconds. */
  readonly signedAt: number;
}

/** An order and its linked records as they stand on paper. A copy: the electronic record is the original. */
export interface PrintModel {
  readonly number: string | null;
  readonly kind: 'signed' | 'tracked';
  readonly phase: OrderPhase;
  readonly orderedOn: PlainDate;
  readonly supplier: DraftParty;
  readonly purchaser: DraftParty;
  readonly lines: readonly PrintedLine[];
  /** Null where the portal signed and holds the original. */
  readonly signature: PrintedSignature | null;
  /** Why an order unlike the usual ones was signed, and what was lowered before; null where neither was asked. */
  readonly reasons: {
    readonly reason: string | null;
    readonly lowered: readonly LoweredQuantity[];
  } | null;
  /** What the supplier said of not accepting it (1305.25). */
  readonly supplierStatement: string | null;
  readonly statements: readonly Statement[];
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly flags: readonly OrderFlag[];
  readonly printedAt: number;
  readonly printedBy: string | null;
  readonly zone: string;
}
