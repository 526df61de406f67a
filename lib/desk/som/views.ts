import type { OrderNumber, PlainDate, ScheduleOrNone } from '@/lib/base';
import type { DraftParty, Party, SomReasonGiven } from '@/lib/order';
import type {
  LimitStanding,
  RatioView,
  SomComponentId,
  SomConfidence,
  SomLevel,
  SubstancePicture,
} from '@/lib/som';
import type { Acting } from '../pharmacy/views';
import type { SignEdits } from '../views';

/** How the last order day of a substance is judged by what is on record now; all suppliers of that day together. */
export interface LastJudged {
  readonly date: PlainDate;
  readonly level: SomLevel;
  /** Finished, with numbers. */
  readonly sentence: string;
}

/** A running substance in the overview. Units are dosage units. */
export interface SomSubstanceRow {
  readonly code: string;
  readonly name: string;
  readonly schedule: ScheduleOrNone | null;
  /** Of this calendar month, all suppliers. */
  readonly monthUnits: number;
  /** Thirteen monthly totals, oldest first; the last is the running month. */
  readonly months: readonly number[];
  readonly last: LastJudged;
  /** Null where the pharmacy set no limit for it. */
  readonly limit: LimitStanding | null;
  readonly history: SubstancePicture['history'];
  readonly confidence: SomConfidence;
}

/** The ratio of the ten families to everything else, in one sentence; what isn't checked says why. */
export interface RatioHeadline {
  readonly checked: boolean;
  readonly sentence: string;
}

export interface SomOverview {
  readonly today: PlainDate;
  /** Ordered within thirteen months; most severe first, then by name. */
  readonly substances: readonly SomSubstanceRow[];
  /** Products whose lines aren't counted anywhere, because they aren't recognised whole; `more`: there are more than were looked at. */
  readonly unknownProducts: { readonly count: number; readonly lines: number; readonly more: boolean };
}

/** A reason that somebody gave when they signed an unusual order. */
export interface ReasonOnRecord extends SomReasonGiven {
  readonly orderId: string;
  readonly number: OrderNumber | null;
  readonly date: PlainDate;
  readonly whoName: string;
  readonly level: SomLevel;
}

/** What a supplier shipped less of than was ordered: a fact, from which nothing is worked out. */
export interface CutView {
  readonly date: PlainDate;
  readonly orderId: string;
  readonly number: OrderNumber | null;
  readonly supplierName: string;
  readonly why: 'shipped-less' | 'voided' | 'not-accepted';
  readonly orderedUnits: number;
  readonly shippedUnits: number;
  /** Finished: who shipped how much of what, and where the calendar month stood with it. */
  readonly sentence: string;
}

/** An increase that was asked of a supplier. */
export interface IncreaseAsked {
  readonly supplierId: string;
  readonly supplierName: string;
  /** Dosage units a month, as asked for. */
  readonly units: number;
  readonly reason: SomReasonGiven;
  readonly date: PlainDate;
  readonly whoName: string;
}

export interface SomSubstanceView {
  readonly code: string;
  readonly name: string;
  readonly schedule: ScheduleOrNone | null;
  readonly today: PlainDate;
  readonly picture: SubstancePicture;
  /** Null where it was never ordered. */
  readonly last:
    | (LastJudged & {
        /** −log10 of the share of real orders that exceed this one, the strongest first; those that had enough history. */
        readonly components: readonly { readonly component: SomComponentId; readonly strength: number }[];
        readonly ruleVersion: string;
      })
    | null;
  readonly limit: LimitStanding | null;
  readonly limitSet: {
    readonly units: number | null;
    readonly whoName: string;
    readonly date: PlainDate;
  } | null;
  /** Newest first, of thirteen months. */
  readonly reasons: readonly ReasonOnRecord[];
  /** Newest first, of thirteen months. */
  readonly cuts: readonly CutView[];
  /** Newest first. */
  readonly increases: readonly IncreaseAsked[];
  /** Names for the pictures' supplier ids. */
  readonly supplierNames: Readonly<Record<string, string>>;
}

/** The picture of one substance of an order that is about to be signed. */
export interface OrderPicture {
  readonly substanceCode: string;
  readonly name: string;
  readonly picture: SubstancePicture;
  readonly limit: LimitStanding | null;
  readonly supplierNames: Readonly<Record<string, string>>;
}

/** What an increase is asked with; the supplier decides. Finished for print. */
export interface IncreaseModel {
  readonly pharmacy: Party;
  readonly supplier: DraftParty;
  readonly substance: { readonly code: string; readonly name: string };
  /** Dosage units a month, asked for. */
  readonly units: number;
  readonly reason: SomReasonGiven;
  readonly date: PlainDate;
  readonly whoName: string;
  /** The last three full months and the running one, oldest first, `YYYY-MM`. */
  readonly months: readonly string[];
  /** Dosage units by highly diverted family in those months; families without units left out. */
  readonly families: readonly {
    readonly family: string;
    readonly name: string;
    readonly units: readonly number[];
  }[];
  /** Thirteen months, oldest first: all suppliers, and this one. No other supplier is named. */
  readonly trend: readonly {
    readonly month: string;
    readonly units: number;
    readonly ofSupplier: number;
  }[];
  /** What this supplier cut of it. */
  readonly cuts: readonly CutView[];
}

export interface IncreaseWish {
  readonly code: string;
  readonly supplierId: string;
  /** Dosage units a month. */
  readonly units: number;
  readonly reason: SomReasonGiven;
}

/** What the pharmacy's own figures say, substance by substance: pages and windows of the extension alone, never a supplier's page. */
export interface SomCases {
  somOverview(): Promise<SomOverview>;
  /** Null for a code that is no substance. */
  somSubstance(code: string): Promise<SomSubstanceView | null>;
  /** Of the substances of a request whose amounts are known, as the order would change them; with what the signer changed. */
  somPictures(requestId: string, edits?: SignEdits): Promise<readonly OrderPicture[]>;
  /** Families beside everything else, against this pharmacy's own past; reads fifteen months, so for a page that asks for it. */
  somRatios(): Promise<RatioView>;
  ratioHeadline(): Promise<RatioHeadline>;
  /** Dosage units a calendar month; null: none any more. Throws `people/*`, `som/limit-invalid`, `som/substance-unknown`. */
  setLimit(act: Acting & { readonly code: string; readonly units: number | null }): Promise<void>;
  /**
   * What a request would say today, before it is recorded. Throws `registrant/missing`, `som/supplier-unknown`,
   * `som/substance-unknown`, `som/limit-invalid`.
   */
  increaseModel(wish: IncreaseWish): Promise<IncreaseModel>;
  /** Records it, and answers what to print. Throws as `increaseModel`, `people/*`, `som/reason-unspecific`. */
  requestIncrease(act: Acting & IncreaseWish): Promise<IncreaseModel>;
  /** The figures of a request as CSV. */
  increaseCsv(model: IncreaseModel): string;
}
