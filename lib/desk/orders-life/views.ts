import type { Finding, PlainDate } from '@/lib/base';
import type { EventId, LegalAct, LineQuantity, OrderEvents, StatementKind, StoredFile } from '@/lib/order';
import type { Actor } from '../act-as';

/** Every act names its command, so that a retry is harmless, the history that it was decided on, and who does it. */
export interface ActOnOrder extends Actor {
  readonly commandId: string;
  readonly orderId: string;
  readonly expectedVersion: number;
}

/** Beside what the law lets people declare: that goods shipped is a fact, and always recordable. */
export type ActKind = LegalAct['kind'] | 'ship';

/** What can be done with an order now; a finding that blocks says why not, one that warns is shown before. */
export type PossibleActs = Readonly<Record<ActKind, readonly Finding[]>>;

/**
 * What the law lets people declare of an order. All throw `people/wrong-pin`, `people/not-allowed`, `order/unknown`,
 * `archive/version-conflict`, and the first `act/*` that stands against it; then nothing is written.
 */
export interface OrderLifeCases {
  possibleActs(orderId: string): Promise<PossibleActs>;
  /** The words of a statement as they would be signed today; the person may change them. Throws `order/unknown`, `act/not-signed`. */
  draftStatement(draft: {
    readonly kind: StatementKind;
    readonly orderId: string;
    readonly personId: string;
    readonly reason?: string | null;
  }): Promise<string>;
  /** Given to the supplier, and no page says so. */
  recordSubmitted(act: ActOnOrder): Promise<void>;
  /** The supplier took it, as it said by telephone, letter or e-mail. */
  recordAccepted(act: ActOnOrder): Promise<void>;
  /** 1305.22(g): a person saw the receipt at the portal that holds the original. Until then it stays due. */
  recordPortalReceipt(act: ActOnOrder): Promise<void>;
  /**
   * 1305.25: the supplier did not take it; with its statement as words (empty: it comes later) and as a file. Throws
   * `act/file-too-large`, `act/file-damaged`.
   */
  recordNotAccepted(
    act: ActOnOrder & { readonly statement: string; readonly file: StoredFile | null },
  ): Promise<void>;
  /**
   * What has shipped so far, in all, of each line that is named; `date` null where nobody said. A fact: flagged, never
   * refused. Throws `ship/nothing-entered`, `receipt/quantity-invalid`, `act/date`.
   */
  recordShipped(
    act: ActOnOrder & { readonly lines: readonly LineQuantity[]; readonly date: PlainDate | null },
  ): Promise<void>;
  /** 1305.28: the supplier's notice; `lines` null voids the whole order. `date` null: the notice names no day. */
  recordVoid(
    act: ActOnOrder & {
      readonly lines: readonly number[] | null;
      readonly statement: string;
      readonly date: PlainDate | null;
    },
  ): Promise<void>;
  /** The purchaser's written notice to the supplier, kept with the order. */
  recordCancellation(act: ActOnOrder & { readonly text: string; readonly date: PlainDate }): Promise<void>;
  /** Signed, never given to the supplier, and not to be. Throws `record/reason-missing`. */
  closeUnsent(act: ActOnOrder & { readonly reason: string }): Promise<void>;
  /** 1305.26(a): with the statement that goes to the supplier. */
  recordLost(act: ActOnOrder & { readonly text: string; readonly date: PlainDate }): Promise<void>;
  /**
   * 1305.26(b): a request to sign the same lines again, linked with the lost order when it is signed; answers its id. One
   * that waits already is answered again.
   */
  replaceLost(act: ActOnOrder): Promise<string>;
  /** 1305.26(c). */
  recordTurnedUp(act: ActOnOrder & { readonly date: PlainDate; readonly note: string | null }): Promise<void>;
  /**
   * 1305.25: the supplier's statement, learnt after the order was not accepted. Throws `act/file-too-large`,
   * `act/file-damaged`.
   */
  linkStatement(
    act: ActOnOrder & { readonly statement: string; readonly file: StoredFile | null },
  ): Promise<void>;
  /**
   * The record as it should have been, or null to withdraw it; the old one stays in the timeline, and one that is withdrawn
   * can be corrected again. `verifiedBy`: PIN of whoever verified a receipt, where that is another one than before. Throws
   * `correct/*`, `receipt/needs-pharmacist`.
   */
  correctEvent(
    act: ActOnOrder & OrderEvents['order.corrected'] & { readonly verifiedBy?: Actor | null },
  ): Promise<void>;
}

/** One line of an order's timeline. Nothing that was ever recorded is left out. */
export interface TimelineEntry {
  readonly id: EventId;
  readonly at: number;
  readonly who: string;
  readonly sentence: string;
  /** What it says beside: verified by whom, discrepancies, lots, the words of a statement. */
  readonly details: readonly string[];
  /** False where a correction stands in its place. */
  readonly counts: boolean;
  /** What it was before this correction, and what counts instead; null: withdrawn. */
  readonly correction: { readonly was: readonly string[]; readonly now: readonly string[] | null } | null;
  /**
   * What a correction begins with: the payload that counts now, or the last one that counted where the record is withdrawn;
   * null where nobody can correct it.
   */
  readonly correctable: {
    readonly type: keyof OrderEvents;
    readonly payload: NonNullable<OrderEvents['order.corrected']['replacement']>;
    readonly withdrawn: boolean;
  } | null;
}
