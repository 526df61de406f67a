import { CountersignError, fromBase64, limits, toBase64, utf8 } from '@/lib/base';
import type { PinHash } from './person';

const SALT_BYTES = 16;
const HASH_BITS = 256;

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  // The same digits typed on another keyboard or in another normal form are the same PIN.
  const secret = utf8(pin.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, HASH_BITS));
}

/** Throws `people/pin-too-short`. A PIN says who is at the keyboard; it protects no key. */
export async function hashPin(pin: string): Promise<PinHash> {
  if (pin.length < limits.pinMinLength) {
    throw new CountersignError('people/pin-too-short', { min: limits.pinMinLength });
  }
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iterations = limits.pinIterations;
  return { salt: toBase64(salt), hash: toBase64(await derive(pin, salt, iterations)), iterations };
}

/** Whether the PIN is the one hashed; takes the same time wherever the two differ. */
export async function checkPin(pin: string, known: PinHash): Promise<boolean> {
  const given = await derive(pin, fromBase64(known.salt), known.iterations);
  const expected = fromBase64(known.hash);
  if (given.length !== expected.length) return false;
  let difference = 0;
  for (const [index, byte] of given.entries()) difference |= byte ^ (expected[index] as number);
  return difference === 0;
}
