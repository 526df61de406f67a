import type { Fault, PlainDate } from '@/lib/base';
import type { CommandValue, HostModule, TokenFlags, TokenName } from '@/lib/host';

/** The token helper of this computer, or why it can't be talked to. */
export interface HelperView {
  /** Whether the user allowed the extension to talk to native programs. */
  readonly permitted: boolean;
  /** Null where it didn't say hello. */
  readonly version: string | null;
  /** The drivers (PKCS #11 modules) that it knows of, found or not. */
  readonly modules: readonly HostModule[];
  /** What is wrong with it; null: it answers. */
  readonly fault: Fault | null;
}

/** A certificate that lies on a token, as the one who is to choose it sees it. */
export interface TokenCertificateView {
  readonly sha256: string;
  readonly commonName: string;
  readonly registrantName: string | null;
  readonly schedules: readonly string[];
  readonly validUntil: PlainDate;
  /** It is among the certificates here already, from a file or a token. */
  readonly known: boolean;
  /** Whether the token shows its private key; null: not to be told before the PIN was entered. */
  readonly hasKey: boolean | null;
  /** Why it can't sign orders; null: it can, as far as it tells by itself. */
  readonly unfit: Fault | null;
}

/** A token that is plugged in, with what it says of itself (its own claims, unchecked). */
export interface TokenView {
  readonly name: TokenName;
  readonly hardware: string;
  readonly firmware: string;
  readonly claimsFips: boolean;
  readonly flags: TokenFlags;
  /** Those of CAs are left out: they serve as chain. */
  readonly certificates: readonly TokenCertificateView[];
}

export type HelperDiagnosis = CommandValue<'diagnose'>;
