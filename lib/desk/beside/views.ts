import type { EventId, BesideKind, BesideRecord, BesideState, ReceivedLine } from '@/lib/order';
import type { DeaNumber, PlainDate } from '@/lib/base';
import type { Actor } from '../act-as';
import type { PlaceView } from '../views';

/** Every act names its command, so that a retry is harmless, and who does it. */
interface ActOn extends Actor {
  readonly commandId: string;
  readonly id: string;
  readonly expectedVersion: number;
}

/** One record's page. `id` in the timeline names the event, for taking it back. */
export interface BesideView {
  readonly state: BesideState;
  /** The location it is of. */
  readonly place: PlaceView;
  readonly timeline: readonly {
    readonly id: EventId;
    readonly at: number;
    readonly who: string;
    readonly sentence: string;
    /** A receipt, a notice or a form that still counts: recorded in error, it can be taken back. */
    readonly mayBeTakenBack: boolean;
  }[];
}

/** What moves controlled substances beside this pharmacy's own electronic orders. */
export interface BesideCases {
  besideRecords(page: {
    readonly limit: number;
    readonly before?: string;
    readonly kind?: BesideKind;
  }): Promise<readonly BesideState[]>;
  besideRecord(id: string): Promise<BesideView | null>;
  /**
   * Writes it down for the location that is named, or else the one in force; answers its id. What is late or lacks its papers
   * is taken and flagged.
   * Throws `record/*`, `order/line-*`, `people/wrong-pin`, `people/not-allowed`, `registrant/missing`.
   */
  enterRecord(
    act: Actor & {
      readonly commandId: string;
      readonly record: Omit<BesideRecord, 'id' | 'registrant'>;
      /** Throws `registrant/unknown` for what is none of ours. */
      readonly registrant?: DeaNumber;
    },
  ): Promise<string>;
  /** The record as it should have read; the old one stays in the timeline. Throws as `enterRecord`, and `record/reason-missing`. */
  correctRecord(
    act: ActOn & { readonly record: Omit<BesideRecord, 'id' | 'registrant'>; readonly reason: string },
  ): Promise<void>;
  withdrawRecord(act: ActOn & { readonly reason: string }): Promise<void>;
  /** What came, counted (1304.22(c), 1305.13(e)). Throws `receipt/*`, `record/nothing-to-receive`. */
  receiveRecord(
    act: ActOn & {
      readonly lines: readonly ReceivedLine[];
      readonly date: PlainDate;
      readonly verifiedBy: Actor | null;
      readonly note: string | null;
    },
  ): Promise<void>;
  withdrawRecordEntry(act: ActOn & { readonly entry: EventId; readonly reason: string }): Promise<void>;
  /** 1301.76(b): that DEA was told in writing, and how. Throws `record/not-a-loss`, `record/date-in-future`. */
  recordLossNotice(act: ActOn & { readonly date: PlainDate; readonly how: string }): Promise<void>;
  recordForm106(act: ActOn & { readonly date: PlainDate; readonly reference: string | null }): Promise<void>;
}
