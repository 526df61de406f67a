import { canonicalJson, sha256Hex, utf8, type Json } from '@/lib/base';
import type { Envelope } from './envelope';

/** `prev` of a chain's first record. */
export const CHAIN_START = '0'.repeat(64);

type Unsealed = Envelope extends infer E ? (E extends Envelope ? Omit<E, 'hash'> : never) : never;

function hashOf(unsealed: object): string {
  return sha256Hex(utf8(canonicalJson(unsealed as Json)));
}

/** Completes an event with its hash, as plain JSON: what is stored is exactly what was hashed. */
export function seal(unsealed: Unsealed): Envelope {
  const plain = JSON.parse(canonicalJson(unsealed as unknown as Json)) as Unsealed;
  return { ...plain, hash: hashOf(plain) };
}

/** Whether a stored record is whole and follows `prev`. Every member counts, also one that doesn't belong there. */
export function fits(event: Envelope, seq: number, prev: string): boolean {
  const { hash, ...unsealed } = event;
  try {
    return event.seq === seq && event.prev === prev && hashOf(unsealed) === hash;
  } catch (error) {
    // A value that JSON can't say was put there by hand.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
