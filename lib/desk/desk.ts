import type { Integrity, Registrant } from '@/lib/archive';
import type { Fault, PlainDate } from '@/lib/base';
import type { PrintModel } from '@/lib/documents';
import type { OrderState, ReceivedLine } from '@/lib/order';
import type { Role } from '@/lib/people';
import type { PortalProfile } from '@/lib/portal';
import type { TokenName } from '@/lib/host';
import type { Actor } from './act-as';
import type { ArchiveCases } from './archive/archive-cases';
import type { BesideCases } from './beside/views';
import type { CompareOptions } from './clock/compare-clock';
import type { ClockView } from './clock/views';
import type { DispensingCases } from './dispensing/views';
import type { DueCases } from './due/views';
import type { OrderLifeCases } from './orders-life/views';
import type { CopyCases } from './copy/copy-cases';
import type { HistoryCases } from './history/views';
import type { InspectionCases } from './inspection/views';
import type { ListView, RevocationView } from './lists/views';
import type { ProductCases } from './products/views';
import type { PharmacyCases } from './pharmacy/views';
import type { ProfileCases } from './profiles/views';
import type { SomCases } from './som/views';
import type { SubmissionCases } from './submissions';
import type { SupplierFileCases } from './supplier-files/views';
import type { HelperDiagnosis, HelperView, TokenView } from './tokens/views';
import type { WarnedCases } from './warned/views';
import type {
  CertificateChoice,
  DueView,
  ImportedCertificate,
  KeyCandidate,
  OrderView,
  PreparedDocument,
  SetupStep,
  SignEdits,
  SignView,
  Who,
} from './views';

/** The use cases that extension pages call directly. What only the background may do isn't here (see `lib/desk/background`). */
export interface Desk
  extends
    ArchiveCases,
    BesideCases,
    CopyCases,
    DueCases,
    HistoryCases,
    DispensingCases,
    SomCases,
    SubmissionCases,
    SupplierFileCases,
    PharmacyCases,
    ProductCases,
    ProfileCases,
    OrderLifeCases,
    WarnedCases,
    InspectionCases {
  // who
  who(): Promise<Who | null>;
  people(): Promise<readonly Who[]>;
  addPerson(person: { readonly name: string; readonly role: Role; readonly pin: string }): Promise<Who>;
  /** Throws `people/wrong-pin`. */
  signIn(personId: string, pin: string): Promise<Who>;
  signOut(): Promise<void>;

  // set-up
  setupMissing(): Promise<readonly SetupStep[]>;
  registrant(): Promise<Registrant | null>;
  saveRegistrant(registrant: Registrant): Promise<void>;
  suppliers(): Promise<readonly PortalProfile[]>;
  saveSupplier(supplier: PortalProfile): Promise<void>;
  /** DER or PEM. */
  roots(): Promise<readonly { readonly sha256: string; readonly subject: string }[]>;
  trustRoot(file: Uint8Array): Promise<{ readonly sha256: string; readonly subject: string }>;
  /** For good in the record: who took the trust back, and when. Throws `people/nobody-signed-in`. */
  removeRoot(sha256: string): Promise<void>;
  certificates(): Promise<readonly CertificateChoice[]>;
  /** Revocation lists by CA, and what they say of each certificate; nothing is fetched for it. */
  revocation(): Promise<RevocationView>;
  /** Fetches the lists of one CA, or of all, now. Answers what couldn't be had. */
  fetchLists(issuer?: string): Promise<readonly Fault[]>;
  /** Throws `crl/*`, where the list doesn't take its place, and `people/nobody-signed-in`. */
  importList(file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<ListView>;
  importPfx(file: {
    readonly bytes: Uint8Array;
    readonly filePassword: string;
    /** Protects the key here from now on; may be the same. */
    readonly password: string;
    readonly acceptWithoutMac: boolean;
    /** SHA-256 of the certificate whose key is meant, after `onSeveral`. */
    readonly certificate?: string;
    /** Told how many rounds of key derivation the file asks for. */
    readonly onRounds?: (rounds: number) => void;
    /** Told what there is to choose from, before `pfx/several-keys` is thrown. */
    readonly onSeveral?: (candidates: readonly KeyCandidate[]) => void;
    /** Ends it with `pfx/cancelled`, as long as nothing is stored. */
    readonly signal?: AbortSignal;
  }): Promise<ImportedCertificate>;
  // tokens
  /** What the token helper says of itself, or why it doesn't; never throws `host/*`. */
  tokenHelper(): Promise<HelperView>;
  /** What is plugged in, through one driver (PKCS #11 module); no PIN is needed. Throws `host/*`, `token/*`. */
  tokens(module: string): Promise<readonly TokenView[]>;
  /**
   * The token of a certificate that is known here, as it is now: keypad, tries left. Throws `host/*`, `token/*`
   * (`token/none`, `token/certificate-missing`), and `vault/key-missing` for a certificate that isn't a token's.
   */
  tokenOf(certificate: string): Promise<TokenView>;
  /**
   * Makes a token's certificate known here, so that it can sign; the key stays where it is. Throws `host/*`, `token/*`,
   * `certificate/*`, `vault/key-present`, `people/nobody-signed-in`.
   */
  addTokenCertificate(choice: {
    readonly module: string;
    readonly token: TokenName;
    readonly certificate: string;
  }): Promise<ImportedCertificate>;
  /** For a person who asks for help. Throws `host/*`. */
  diagnoseHelper(): Promise<HelperDiagnosis>;

  /**
   * Puts a key that lies here under another password, and records who did it; the old one proves that they may. Throws
   * `people/nobody-signed-in`, `vault/wrong-password`, `vault/wait`, `vault/key-missing`, `vault/password-too-short`,
   * `vault/password-same`.
   */
  changeKeyPassword(change: {
    readonly certificate: string;
    readonly password: string;
    readonly newPassword: string;
  }): Promise<void>;
  /**
   * Deletes a key that lies here, for good and on record; of a token's certificate only the entry goes. By its holder or
   * the pharmacist in charge. Throws `people/wrong-pin`, `people/not-allowed`, `vault/key-missing`.
   */
  removeKey(removal: {
    readonly certificate: string;
    readonly personId: string;
    readonly pin: string;
  }): Promise<void>;

  // this computer's clock (21 CFR 1311.55(b)(7))
  /** What the comparisons that are kept say, and who may be asked; nothing is asked for it. */
  clockView(): Promise<ClockView>;
  /** Asks every source that the user allowed, or nobody where a comparison is younger than `olderThanMs`. */
  compareClock(options?: CompareOptions): Promise<ClockView>;

  // what is due
  due(): Promise<DueView>;

  // signing
  signView(requestId: string): Promise<SignView>;
  prepareDocument(requestId: string, edits: SignEdits): Promise<PreparedDocument>;
  refuse(requestId: string, reason: string): Promise<void>;
  /** Recorded for the holder of the certificate that is to sign: who, when, which version of the text; throws `people/wrong-pin`. */
  acceptHonesty(holder: { readonly personId: string; readonly pin: string }): Promise<void>;

  // orders
  orders(page: { readonly limit: number; readonly before?: string }): Promise<readonly OrderState[]>;
  order(orderId: string): Promise<OrderView | null>;
  /** The order with its linked records as it stands on paper; null where it isn't known here. */
  printOrder(orderId: string): Promise<PrintModel | null>;
  /** The signed order as a `.p7m` file (CMS DER). */
  signedFile(orderId: string): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
  recordReceipt(receipt: {
    readonly commandId: string;
    readonly orderId: string;
    readonly expectedVersion: number;
    readonly lines: readonly ReceivedLine[];
    readonly date: PlainDate;
    readonly note: string | null;
    /** Whoever looked at the count, by their own PIN, where a pharmacist must (`receipt/needs-pharmacist`). */
    readonly verifiedBy?: Actor | null;
    /** PIN of the person who counted, asked for once more with the act. */
    readonly personId: string;
    readonly pin: string;
  }): Promise<void>;
  verifyArchive(onProgress: (done: number, total: number) => void): Promise<Integrity>;
}

/** The part that the sign window needs, so that what the workspace alone does isn't loaded there. */
export type SignDesk = Pick<
  Desk,
  | 'people'
  | 'signIn'
  | 'signView'
  | 'prepareDocument'
  | 'noteWarning'
  | 'somAdvice'
  | 'refuse'
  | 'acceptHonesty'
  | 'tokenOf'
  | 'signedFile'
  | 'compareClock'
  | 'somPictures'
>;
