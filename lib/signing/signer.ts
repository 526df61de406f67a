/** How a key is protected, as recorded with each order; a sentence key of `lib/words`. */
export type KeyProtection = 'protection.software' | 'protection.token';

/** What signs: a software key that is unlocked, or a token. Sign window, archive and errors know no difference. */
export interface Signer {
  /** SHA-256 of the certificate, lower-case hex. */
  readonly certificate: string;
  readonly protection: KeyProtection;
  /**
   * A signature over `bytes` as WebCrypto gives it (RSASSA-PKCS1-v1_5 with SHA-256, or ECDSA as r ‖ s). Throws `vault/locked`
   * when the key may not be used any more, and `host/*` and `token/*`.
   */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}
