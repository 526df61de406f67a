import type { OrderNumber, PlainDate } from '@/lib/base';
import type { LoweredQuantity, SomReasonGiven, WarnedOf } from '@/lib/order';
import type { SomConfidence, SomLevel } from '@/lib/som';
import type { SignEdits } from '../views';

/** A quantity that was shown as unusual shortly before, beside the smaller one at hand. */
export interface LoweredView extends Omit<LoweredQuantity, 'reason'> {
  /** How it was shown then. */
  readonly level: WarnedOf['level'];
  /** Both quantities and when, finished. */
  readonly sentence: string;
}

/** A reason that was given before for the same substance; said again only by a person who picks it. */
export interface EarlierReason {
  readonly given: SomReasonGiven;
  /** Day of the order that it was given for, and that order's number. */
  readonly date: PlainDate;
  readonly number: OrderNumber;
  readonly whoName: string;
}

/** What the sign window says of one substance beside its sentence. */
export interface SomAdvice {
  /** DEA drug code; null where the product isn't recognised. */
  readonly substanceCode: string | null;
  readonly name: string | null;
  readonly level: SomLevel;
  readonly lineNumbers: readonly number[];
  /** As in `PreparedDocument.somSentences`. */
  readonly sentence: string;
  /** Orders ever, months since the first, suppliers ever. */
  readonly history: { readonly orders: number; readonly months: number; readonly suppliers: number };
  readonly confidence: SomConfidence;
  /** What the figures point at: a zero too many, units for packages, the same product in another order. Finished sentences. */
  readonly checks: readonly string[];
  readonly earlier: EarlierReason | null;
}

export interface WarnedCases {
  /**
   * Puts on record that the sign window shows this order as unusual, and of what: again where that changed, and not at all
   * where it isn't or where the request is closed. Throws `signing/request-unknown`.
   */
  noteWarning(requestId: string, edits: SignEdits): Promise<void>;
  /** By substance, those with something to say, in the order of the lines. Throws `signing/request-unknown`. */
  somAdvice(requestId: string, edits: SignEdits): Promise<readonly SomAdvice[]>;
}
