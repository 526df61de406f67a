import type { DeaNumber, Finding, PlainDate } from '@/lib/base';
import type { Registrant } from '@/lib/archive';
import type { TokenName } from '@/lib/host';
import type { Order, OrderDraft, OrderState, RequestState, SigningRequest } from '@/lib/order';
import type { Role } from '@/lib/people';
import type { PageKind, PortalProfile } from '@/lib/portal';
import type { DueItem, DueSummary } from '@/lib/reminders';
import type { KeyProtection } from '@/lib/signing';
import type { LimitStanding, OrderAssessment, SomLevel } from '@/lib/som';
import type { TimelineEntry } from './orders-life/views';
import type { ClockStanding } from './clock/views';
import type { CertificateStatus } from './lists/views';
import type { LoweredView } from './warned/views';

/** Who is at the keyboard. */
export interface Who {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** The one message behind popup and badge. */
export interface DueView {
  readonly today: PlainDate;
  readonly who: Who | null;
  readonly registrantName: string | null;
  readonly items: readonly DueItem[];
  /** What of it counts on the badge, and may notify now. */
  readonly summary: DueSummary;
  /** Running substances whose level is not `none`, most severe first. */
  readonly watch: readonly {
    readonly substance: string;
    readonly level: SomLevel;
    readonly sentence: string;
    /** Dosage units in thirteen calendar months, oldest first; the last is the running one. Of the first few alone. */
    readonly months?: readonly number[];
    /** Where the pharmacy set a limit of its own. */
    readonly limit?: Pick<LimitStanding, 'share' | 'step'>;
  }[];
  readonly setupMissing: readonly SetupStep[];
}

export const setupSteps = ['registrant', 'person', 'root', 'certificate', 'supplier'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** A line as the in-page panel shows it. Nothing of other suppliers, no prices, no names of people. */
export interface PanelLine {
  readonly name: string;
  readonly ndc: string | null;
  readonly packageSize: number | null;
  readonly packages: number | null;
  readonly schedule: string | null;
  /** What is missing or can't be so, in words. */
  readonly gaps: readonly string[];
  /** What was read with doubt, in a few words each: "quantity not sure". */
  readonly doubts: readonly string[];
}

export type PanelAction =
  'review' | 'prepare' | 'track' | 'place' | 'receive' | 'count' | 'uncount' | 'backfill' | 'teach';

/** Why a press on the page's own submit is held. */
export const holdCauses = ['stop', 'law', 'unsigned', 'untracked'] as const;
export type HoldCause = (typeof holdCauses)[number];

/** A press on the page's own submit is held once for this order, and the person asked. */
export interface PanelHold {
  /** One for each cause: it names this very order as it stands, its lines, level and day. What was held once isn't again. */
  readonly keys: readonly string[];
  /** Finished sentences. */
  readonly reasons: readonly string[];
  /** Nothing else than that it isn't signed: a site that asks for the signature by itself isn't held for it. */
  readonly unsignedOnly: boolean;
}

/** What the in-page panel shows, ready to render; strings come finished so that the page loads no catalogue. */
export interface PanelView {
  readonly kind: PageKind;
  readonly supplierName: string;
  readonly title: string;
  readonly lines: readonly PanelLine[];
  /** That the page says there are more lines than it shows; null where nothing says so. */
  readonly missing: string | null;
  readonly level: SomLevel;
  readonly levelWord: string;
  readonly actions: readonly PanelAction[];
  /** Orders of this supplier that are not received: the banner. */
  readonly unreceived: readonly {
    readonly orderId: string;
    readonly number: string;
    readonly since: string;
    readonly sentence: string;
  }[];
  /** State of the order this page is about, when it is known here. */
  readonly order: { readonly number: string | null; readonly state: string } | null;
  readonly notice: string | null;
  /** What is shouted: the page is no longer what was signed. Absent where it was compared with nothing. */
  readonly alarm?: string | null;
  readonly hold: PanelHold | null;
}

/** A certificate that the signer may choose. */
export interface CertificateChoice {
  readonly sha256: string;
  readonly commonName: string;
  readonly registrantName: string | null;
  readonly schedules: readonly string[];
  readonly validUntil: PlainDate;
  /** Its key can be used here: it is on this computer, or in a token. */
  readonly hasKey: boolean;
  readonly protection: KeyProtection;
  /** The token that holds the key, as it names itself; null for a key on this computer. */
  readonly token: TokenName | null;
  readonly personId: string;
  /** The location it was issued for, where that is known. */
  readonly registrant: DeaNumber | null;
}

/** One of several keys in a file, by the certificate it signs for. */
export interface KeyCandidate {
  readonly sha256: string;
  readonly commonName: string;
  readonly registrantName: string | null;
  readonly validUntil: PlainDate;
}

/** A certificate that was just brought in, with what its path and status say now; nothing that blocks is ever brought in. */
export interface ImportedCertificate extends CertificateChoice {
  readonly findings: readonly Finding[];
}

/** Everything the sign window shows before a document is built. */
export interface SignView {
  readonly request: SigningRequest;
  readonly state: RequestState;
  /** Who asks, as the browser says it: origin, in punycode where it isn't plain. */
  readonly asker: {
    readonly origin: string;
    readonly supplierName: string;
    readonly supplierId: string | null;
  };
  readonly registrant: Registrant;
  readonly draft: OrderDraft;
  readonly certificates: readonly CertificateChoice[];
  readonly who: Who | null;
  readonly honestyAccepted: boolean;
  /** Other requests that wait for a signature: one window, one order at a time. */
  readonly waiting: readonly string[];
  /** Set once the request is signed: the order number, and whether a page has confirmed that it was submitted. */
  readonly signed: { readonly orderNumber: string; readonly submitted: boolean } | null;
}

/** What the signer decided where the page left gaps. */
export interface SignEdits {
  readonly certificate: string;
  /** Line number → package size / schedule / confirmation of doubtful fields. */
  readonly lines: Readonly<
    Record<
      number,
      { readonly packageSize?: number; readonly schedule?: string; readonly confirmed?: boolean }
    >
  >;
  readonly supplier: Partial<{
    name: string;
    deaNumber: string;
    street: string;
    city: string;
    state: string;
    postalCode: string;
  }>;
  /** The page stated more lines than were read, and the signer confirmed that these are the whole order. */
  readonly wholeOrder?: boolean;
}

/** Bytes to be signed and what they say when parsed back: what is shown is what is signed. */
export interface PreparedDocument {
  /** Base64 of the exact bytes; null while a blocking gap prevents writing them. */
  readonly document: string | null;
  readonly sha256: string | null;
  /** Parsed from `document`, never from the draft; null with it. */
  readonly order: Order | null;
  readonly findings: readonly Finding[];
  /** Of the certificate that is to sign; `checked` alone says that it was looked up. */
  readonly status: CertificateStatus;
  /** As last compared; nothing is asked while a document is built. */
  readonly clock: ClockStanding;
  readonly assessment: OrderAssessment;
  /** SOM sentences, finished, by line number and overall. */
  readonly somSentences: readonly {
    readonly lineNumbers: readonly number[];
    readonly level: SomLevel;
    readonly text: string;
  }[];
  readonly reasonRequired: boolean;
  /** Less of a substance than was shown as unusual shortly before: signed only with a reason. */
  readonly lowered: readonly LoweredView[];
}

/** One order's page. */
export interface OrderView {
  readonly state: OrderState;
  readonly supplierName: string;
  readonly timeline: readonly TimelineEntry[];
  readonly hasSignedFile: boolean;
  /** Where it belongs, and the zone in which its days are counted. */
  readonly place: PlaceView;
}

/** The location of an order or a record, whichever one this station works for now. */
export interface PlaceView {
  readonly name: string;
  readonly deaNumber: string;
  readonly zone: string;
  /** It is another one than this station works for. */
  readonly isOther: boolean;
}

export type { PortalProfile };
