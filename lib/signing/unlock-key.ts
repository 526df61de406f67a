/**
 * What opens a key: the password of a key in the vault, or the PIN of a token as UTF-8 octets. The octets are overwritten
 * once they are on their way. `pin` null: the token has its own keypad, or wants no PIN.
 */
export type UnlockKey = { readonly certificate: string } & (
  { readonly password: string } | { readonly pin: Uint8Array<ArrayBuffer> | null }
);
