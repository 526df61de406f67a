import type { Fault } from '@/lib/base';

/**
 * A CryptoKey passes between an extension's own contexts only by structured clone: runtime messages turn it into `{}`.
 * A BroadcastChannel reaches documents and workers of the extension's own origin, and no other: every page of a supplier
 * and its scripts are outside, and so is every other extension.
 */
export const KEY_CHANNEL = 'countersign-key';

/** What opens the key: itself, unlocked in the window, or the PIN of the token that holds it. */
export type Secret =
  | { readonly kind: 'key'; readonly key: CryptoKey }
  | { readonly kind: 'pin'; readonly pin: Uint8Array<ArrayBuffer> | null };

/**
 * The talk between sign window and background, one nonce each. The window knocks until it is heard, and only then, once,
 * says what it has: what is repeated carries no secret, and no PIN can be tried twice.
 */
export type KeyTalk =
  | { readonly kind: 'knock'; readonly nonce: string }
  | { readonly kind: 'listening'; readonly nonce: string }
  | { readonly kind: 'offer'; readonly nonce: string; readonly certificate: string; readonly secret: Secret }
  /** A login takes its time; whoever falls silent is gone. */
  | { readonly kind: 'working'; readonly nonce: string }
  | { readonly kind: 'held'; readonly nonce: string }
  | { readonly kind: 'refused'; readonly nonce: string; readonly fault: Fault };

/** What the background says on the same channel, to any window that listens: the key that was open is locked. */
export type KeyNews = { readonly kind: 'locked' };
