/** What signs: a software key that is unlocked, or (issue 4) a token. Sign window, archive and errors know no difference. */
export interface Signer {
  /** SHA-256 of the certificate, lower-case hex. */
  readonly certificate: string;
  /** How the key is protected, as recorded with the order; a sentence key of `lib/words`. */
  readonly protection: 'protection.software';
  /** RSASSA-PKCS1-v1_5 with SHA-256 over `bytes`. Throws `vault/locked` when the key may not be used any more. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}
