import type { Bytes } from '../der/reader';

/**
 * Zeros that stay where they are. V8 keeps arrays of up to 64 octets inside its heap and leaves a copy behind when it moves
 * them: what is secret and short would survive being overwritten. One over a buffer of its own is not moved.
 */
export function fixedOctets(length: number): Bytes {
  return new Uint8Array(new ArrayBuffer(length));
}
