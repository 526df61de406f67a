import type { Finding, PlainDate } from '@/lib/base';
import type { EventId, LegalAct, OrderEvents, StatementKind, StoredFile } from '@/lib/order';
import type { Actor } from '../act-as';

/** Every act names its command, so that a retry is harmless, the history that it was decided on, and who does it. */
export interface ActOnOrder extends Actor {
  readonly commandId: string;
  readonly orderId: string;
  readonly expectedVersion: number;
}

export type ActKind = LegalAct['kind'];

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
  /** 1305.25: the supplier's statement, learnt after the order was not accepted. */
  linkStatement(
    act: ActOnOrder & { readonly statement: string; readonly file: StoredFile | null },
  ): Promise<void>;
  /** The record as it should have been, or null to withdraw it; the old one stays in the timeline. Throws `correct/*`. */
  correctEvent(act: ActOnOrder & OrderEvents['order.corrected']): Promise<void>;
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
  /** What a correction begins with: the payload that counts now; null where nobody can correct it. */
  readonly correctable: {
    readonly type: keyof OrderEvents;
    readonly payload: OrderEvents['order.corrected']['replacement'];
  } | null;
}
