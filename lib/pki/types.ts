import type { Fault, Finding, Schedule } from '@/lib/base';

/** DEA's own extensions (csos.md 3; OIDs under 2.16.840.1.101.3.5). Null: absent or unreadable, which is never a crash. */
export interface DeaExtensions {
  readonly registrantName: string | null;
  /** Lower-case hex of the hash over DEA number and subject serialNumber (2.5.4.5). */
  readonly deaNumberHash: string | null;
  readonly schedules: readonly Schedule[] | null;
  readonly businessActivity: string | null;
  /** Postal address, item by item. */
  readonly address: readonly string[] | null;
}

/** One X.509 certificate, read once; `der` is the truth, the rest is what it says. */
export interface Certificate {
  readonly der: Uint8Array<ArrayBuffer>;
  /** SHA-256 of `der`, lower-case hex: how certificates are named everywhere in the product. */
  readonly sha256: string;
  /** One-line RFC 4514 text, for people. */
  readonly subject: string;
  readonly issuer: string;
  readonly commonName: string;
  /** X.509 serial number, lower-case hex. */
  readonly serial: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly isCa: boolean;
  readonly policies: readonly string[];
  readonly crlUrls: readonly string[];
  readonly dea: DeaExtensions | null;
}

export type Match = 'match' | 'no-match' | 'undecidable';

/** What a PFX holds, opened. Keys are PKCS#8 bytes that the caller overwrites as soon as they have served. */
export interface OpenedPfx {
  readonly pkcs8: Uint8Array<ArrayBuffer>;
  readonly certificate: Certificate;
  /** Those of the file that may have issued it, and those above them, nearest first. */
  readonly chain: readonly Certificate[];
}

/** A certificate's standing at a moment: `valid`, or every reason why not. Unknown status is a `warns`, never silence. */
export interface PathVerdict {
  readonly valid: boolean;
  /** True only when every certificate below the root was looked up in a current, rightly signed CRL. */
  readonly statusChecked: boolean;
  readonly findings: readonly Finding[];
  /** End entity first, root last; empty where none was found. */
  readonly path: readonly Certificate[];
  /** User-constrained-policy-set (RFC 5280 6.1.6) of a valid path; anyPolicy stands for every policy. */
  readonly policies: readonly string[];
}

export interface CmsVerdict {
  readonly valid: boolean;
  readonly signer: Certificate | null;
  /** Milliseconds since 1970, as the signer claims. */
  readonly signingTime: number | null;
  readonly content: Uint8Array<ArrayBuffer> | null;
  readonly certificates: readonly Certificate[];
  /** How many signatures the message holds, also where it is refused; 0 where it can't be read that far. */
  readonly signerCount: number;
  readonly fault: Fault | null;
  /** Warnings that leave it valid: what the signer claims about the time (attacks.md 33). */
  readonly findings: readonly Finding[];
}
