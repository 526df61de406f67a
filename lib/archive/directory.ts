import type { DeaNumber, OrderNumber, PlainDate } from '@/lib/base';
import type { TokenName } from '@/lib/host';
import type { EventId, Party, StoredFile } from '@/lib/order';
import type {
  Duty,
  EnrolmentStep,
  EnrolmentTick,
  Person,
  PoaLetter,
  PoaRecord,
  Settings,
} from '@/lib/people';
import type { PortalProfile } from '@/lib/portal';
import type { MonitoringDirectory, MonitoringEvents } from './monitoring-events';

/** A registered location of the pharmacy. */
export interface Registrant extends Party {
  /** IANA zone in which its legal days are counted. */
  readonly zone: string;
}

/** A certificate the pharmacy knows; the key lies in `vault` under the same fingerprint if it is here, or in a token. */
export interface KnownCertificate {
  readonly sha256: string;
  /** Base64 DER of the certificate and of the others its file brought along. */
  readonly der: string;
  readonly chain: readonly string[];
  readonly personId: string;
  readonly addedAt: number;
  /** Where the key is a token's: which token, and through which PKCS #11 module of this computer. */
  readonly token?: { readonly module: string; readonly name: TokenName };
  /** Once a revocation list named it: it stays revoked, also where no list can be had any more. */
  readonly revokedOn?: PlainDate;
  /** The location it was issued for, where that is known: one certificate per signer and location (1311.35). */
  readonly registrant?: DeaNumber;
  /** Milliseconds; since its key or password was known to be lost or in other hands it signs nothing here. */
  readonly compromisedAt?: number;
  /** Its key was deleted on this computer; the certificate stays for what it signed. Gone once the key is brought in here again. */
  readonly keyRemoved?: true;
  /** Stations to which its key was brought and that haven't deleted it: where there is none, nobody renews it. */
  readonly keyOn?: readonly string[];
}

export interface TrustedRoot {
  readonly sha256: string;
  readonly der: string;
  readonly addedAt: number;
}

/** Acceptance of what the product isn't, before real schedule II orders are signed (csos.md 3). */
export interface HonestyAcceptance {
  readonly textVersion: string;
  readonly personId: string;
  readonly at: number;
}

/** One line of orders placed before Countersign was there. */
export interface HistoryLine {
  readonly date: PlainDate;
  readonly supplierId: string;
  readonly ndc: string | null;
  readonly product: string;
  readonly packageSize: number | null;
  readonly packages: number;
  /** The number of the order it was a line of, where a supplier's page said so. */
  readonly order?: OrderNumber;
}

/** The supplier's page that lines were taken from by a person's press, and the location it spoke of. */
export interface HistoryPage {
  readonly origin: string;
  /** Without query: it may hold what identifies a session. */
  readonly path: string;
  readonly seenOn: PlainDate;
  readonly purchaserDea: string | null;
}

/** The file that a part of history came from. */
export interface HistoryFile {
  /** SHA-256 of its text, and of how its columns were understood: the same text is taken once, however it is understood. */
  readonly text: string;
  readonly mapping: string;
  /** Lines that could be taken of it. */
  readonly total: number;
}

/** An import of earlier orders, of one file. */
export interface HistoryImport {
  readonly id: string;
  readonly file: string;
  /** Null in imports from before it was noted. */
  readonly of: HistoryFile | null;
  readonly at: number;
  readonly who: string;
  /** Lines recorded so far; fewer than `of.total` where it was broken off. */
  readonly lines: number;
  /** Where in the file the parts recorded so far begin. */
  readonly parts: readonly number[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The first of them, as the file names them. */
  readonly suppliers: readonly string[];
  /** The supplier's page that its first order was taken from, where it came from no file. */
  readonly page?: HistoryPage;
  readonly withdrawn: { readonly at: number; readonly who: string; readonly reason: string } | null;
}

/** An order that left on a supplier's page although its press was held, and why. */
export interface PageSubmission {
  readonly origin: string;
  readonly supplierId: string | null;
  /** Where it is tracked here. */
  readonly orderId: string | null;
  /** As the page's panel showed it: a SOM level. */
  readonly level: string;
  /** Why the press was held: `stop`, `law`, `unsigned`, `untracked`. */
  readonly causes: readonly string[];
  /** In the person's own words. */
  readonly reason: string;
  readonly lines: readonly {
    readonly ndc: string | null;
    readonly product: string;
    readonly packageSize: number | null;
    readonly packages: number | null;
  }[];
}

/**
 * What isn't the life of one order, by event type. Keyed records replace the earlier one of the same key in the
 * projection; the events themselves all stay.
 */
export interface DirectoryEvents extends MonitoringEvents {
  /**
   * Kept by DEA number. `replaces`: the number that was typed wrong before; null: a location beside those known. Absent, as
   * in records from before there were several locations: in the place of the one in force.
   */
  'registrant.set': { readonly registrant: Registrant; readonly replaces?: DeaNumber | null };
  /** Which location the writing station works for from now on. */
  'registrant.chosen': { readonly deaNumber: DeaNumber };
  'person.set': { readonly person: Person };
  'person.left': {
    readonly personId: string;
    readonly on: PlainDate;
    /** Milliseconds: from then on the hours count in which DEA is told, if they could order for the pharmacy. */
    readonly at: number;
    readonly hadPoa: boolean;
  };
  'poa.granted': { readonly letter: PoaLetter };
  'poa.revoked': {
    readonly id: string;
    readonly on: PlainDate;
    readonly reason: string;
    readonly file: StoredFile | null;
  };
  /** `registrants`: the locations that order from it; absent: all. */
  'supplier.set': { readonly supplier: PortalProfile; readonly registrants?: readonly DeaNumber[] };
  'key.compromised': { readonly sha256: string; readonly substantiatedAt: number; readonly note: string };
  'duty.done': { readonly duty: string; readonly at: number; readonly note: string | null };
  /** What changed, and nothing else. `legalHold` is of records from before holds had names (`hold.placed`). */
  'settings.set': { readonly settings: Partial<Settings> };
  /** How long one location's records are kept; null: as the settings say for all. */
  'retention.set': { readonly registrant: DeaNumber; readonly years: number | null };
  /** Nothing of the location (null: of any) is purged until this very hold is lifted. Its id is the event's. */
  'hold.placed': { readonly registrant: DeaNumber | null; readonly reason: string };
  /** Names the hold it ends: what somebody never saw, they can't lift. */
  'hold.lifted': { readonly hold: EventId; readonly reason: string };
  'due.snoozed': { readonly key: string; readonly until: PlainDate; readonly reason: string };
  'enrolment.step': { readonly step: EnrolmentStep; readonly about: string; readonly done: boolean };
  'root.trusted': { readonly root: TrustedRoot };
  /** Trusted in error, or no longer: nothing leads to it from now on; what was signed before stays as it is. */
  'root.removed': { readonly sha256: string };
  'certificate.added': { readonly certificate: KnownCertificate };
  'certificate.revoked': { readonly sha256: string; readonly revokedOn: PlainDate };
  'certificate.removed': { readonly sha256: string };
  /** The key that lay on the computer of this record's station was deleted for good, by its holder or the pharmacist in charge. */
  'key.removed': { readonly sha256: string };
  /** A key that lies here was put under another password, by somebody who knew the one before. */
  'key.password-changed': { readonly sha256: string };
  'honesty.accepted': { readonly acceptance: HonestyAcceptance };
  'number.allocated': { readonly number: string; readonly requestId: string };
  /** Who handed which records to an inspector; `manifestSha256` names the very pack. */
  'pack.made': {
    readonly registrant: DeaNumber;
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly orders: number;
    readonly records: number;
    readonly manifestSha256: string;
  };
  /** A part of a file; `of` says which file that was, and is absent in records from before it was noted. */
  'history.imported': {
    readonly file: string;
    readonly lines: readonly HistoryLine[];
    readonly of?: HistoryFile;
    /** In the place of a file: `file` then names the supplier's site, for lists of imports. */
    readonly page?: HistoryPage;
  };
  /** A person submitted an order on a supplier's page although Countersign had held the press. */
  'page.submitted-anyway': PageSubmission;
  /** An import that was wrong, as a whole: its lines stay on record and count no longer. */
  'history.withdrawn': { readonly importId: string; readonly reason: string };
}

/** The directory as it stands now. */
export interface Directory extends MonitoringDirectory {
  /** The location this station works for; the first, where it hasn't chosen. */
  readonly registrant: Registrant | null;
  readonly registrants: readonly Registrant[];
  /** A DEA number that was typed wrong or given up → the one that the same location has now (21 CFR 1305.27). */
  readonly formerNumbers: Readonly<Record<string, DeaNumber>>;
  /** Station → the location it chose last. */
  readonly chosen: Readonly<Record<string, DeaNumber>>;
  /** Those who left among them (`left`). */
  readonly people: readonly Person[];
  readonly suppliers: readonly PortalProfile[];
  /** Supplier → the locations that order from it; one that isn't named here serves all. */
  readonly supplierRegistrants: Readonly<Record<string, readonly DeaNumber[]>>;
  readonly roots: readonly TrustedRoot[];
  readonly certificates: readonly KnownCertificate[];
  readonly honesty: readonly HonestyAcceptance[];
  readonly poa: readonly PoaRecord[];
  readonly duties: readonly Duty[];
  readonly settings: Settings;
  /** DEA number → years, for locations that keep records otherwise than the settings say. */
  readonly retentionYears: Readonly<Record<string, number>>;
  /** Those that stand. */
  readonly holds: readonly LegalHold[];
  /** Key of what is due → until when it keeps quiet, and why. */
  readonly snoozed: Readonly<Record<string, Snooze>>;
  readonly enrolment: readonly EnrolmentTick[];
  /** Files of earlier orders, in the order in which they were brought in; withdrawn ones among them. */
  readonly imports: readonly HistoryImport[];
  /** Orders that left in spite of a held press, newest first; of many, the last ones (`limits.submissionsShown`). */
  readonly submissions: readonly (PageSubmission & { readonly at: number; readonly who: string })[];
}

/** Records are kept while somebody may ask for them: a court, an inspector. */
export interface LegalHold {
  readonly id: EventId;
  /** Null: of all locations. */
  readonly registrant: DeaNumber | null;
  readonly reason: string;
  readonly who: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export interface Snooze {
  readonly until: PlainDate;
  readonly reason: string;
  readonly who: string;
}
