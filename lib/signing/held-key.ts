import type { KeyProtection } from './signer';

/** A key that is open: a CryptoKey, or a token that is logged in. Whoever holds it closes it. */
export interface HeldKey {
  readonly protection: KeyProtection;
  /** It serves for one signature: the token wants its PIN for each (CKA_ALWAYS_AUTHENTICATE). */
  readonly once: boolean;
  /** As `Signer.sign`. Throws `host/*`, `token/*`. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** A token's host process ends with it. */
  close(): void;
}
