/** How a private key signs, as WebCrypto is told when it is unwrapped. */
export type KeyAlgorithm =
  | { readonly name: 'RSASSA-PKCS1-v1_5'; readonly hash: 'SHA-256' }
  | { readonly name: 'ECDSA'; readonly namedCurve: 'P-256' | 'P-384' | 'P-521' };

/** Under which name a change of password goes on record, and whose it was: known here before it is recorded there. */
export interface PasswordChange {
  readonly commandId: string;
  readonly who: string;
}

/** A private key at rest: PKCS#8 encrypted with AES-256-GCM under PBKDF2-HMAC-SHA-256 of the signer's password. */
export interface WrappedKey {
  /** SHA-256 of the certificate the key belongs to, lower-case hex; authenticated with the ciphertext. */
  readonly certificate: string;
  readonly algorithm: KeyAlgorithm;
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  readonly storedAt: number;
  /** The act that gave it this password; absent while it has its first. */
  readonly change?: PasswordChange;
}
