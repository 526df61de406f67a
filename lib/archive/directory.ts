import type { PlainDate } from '@/lib/base';
import type { TokenName } from '@/lib/host';
import type { Party } from '@/lib/order';
import type { Person } from '@/lib/people';
import type { PortalProfile } from '@/lib/portal';

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
  /** Its key was deleted here; the certificate stays for what it signed. Gone once the key is brought in again. */
  readonly keyRemoved?: true;
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
}

/**
 * What isn't the life of one order, by event type. Keyed records replace the earlier one of the same key in the
 * projection; the events themselves all stay.
 */
export interface DirectoryEvents {
  'registrant.set': { readonly registrant: Registrant };
  'person.set': { readonly person: Person };
  'supplier.set': { readonly supplier: PortalProfile };
  'root.trusted': { readonly root: TrustedRoot };
  /** Trusted in error, or no longer: nothing leads to it from now on; what was signed before stays as it is. */
  'root.removed': { readonly sha256: string };
  'certificate.added': { readonly certificate: KnownCertificate };
  'certificate.revoked': { readonly sha256: string; readonly revokedOn: PlainDate };
  'certificate.removed': { readonly sha256: string };
  /** A key that lay here was deleted for good, by its holder or the pharmacist in charge. */
  'key.removed': { readonly sha256: string };
  'honesty.accepted': { readonly acceptance: HonestyAcceptance };
  'number.allocated': { readonly number: string; readonly requestId: string };
  'history.imported': { readonly file: string; readonly lines: readonly HistoryLine[] };
}

/** The directory as it stands now. */
export interface Directory {
  readonly registrant: Registrant | null;
  readonly people: readonly Person[];
  readonly suppliers: readonly PortalProfile[];
  readonly roots: readonly TrustedRoot[];
  readonly certificates: readonly KnownCertificate[];
  readonly honesty: readonly HonestyAcceptance[];
}
