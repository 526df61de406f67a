import type { Fault } from '@/lib/base';

/** A revocation list that an answer rests on. */
export interface ReliedList {
  /** RFC 4514 text of the CA. */
  readonly issuer: string;
  /** Decimal, as CAs print it. */
  readonly number: string;
  /** Milliseconds since 1970. */
  readonly thisUpdate: number;
}

/** What is known of a certificate now. Only `checked` says that it was looked up and not found revoked. */
export type CertificateStatus =
  | { readonly state: 'checked'; readonly lists: readonly ReliedList[] }
  | { readonly state: 'not-checked' }
  | { readonly state: 'revoked' | 'expired' | 'refused'; readonly fault: Fault };

/** A list on the shelf, as it is shown. */
export interface ListView {
  readonly scope: string;
  readonly number: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly endsAt: number | null;
  readonly isCurrent: boolean;
  readonly source:
    | { readonly kind: 'fetched'; readonly host: string }
    | { readonly kind: 'imported'; readonly who: string; readonly file: string };
  readonly fetchedAt: number;
}

/** One CA, the lists of it that are here, and where more are to be had. */
export interface CaListsView {
  /** RFC 4514 text; names the CA towards the desk. */
  readonly issuer: string;
  readonly name: string;
  readonly lists: readonly ListView[];
  /** Origins of its distribution points, and whether they may be asked. */
  readonly hosts: readonly { readonly origin: string; readonly allowed: boolean }[];
  /** Addresses that no browser can fetch from, such as ldap:. */
  readonly unfetchable: readonly string[];
}

export interface RevocationView {
  readonly cas: readonly CaListsView[];
  /** By fingerprint of each known certificate. */
  readonly status: Readonly<Record<string, CertificateStatus>>;
  readonly zone: string;
}
