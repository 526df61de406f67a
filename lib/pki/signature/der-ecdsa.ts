import type { Bytes } from '../der/reader';
import { concat, tags } from '../der/values';
import { write, writeSequence } from '../der/writer';

/** ECDSA-Sig-Value (RFC 5480 2.2) of r ‖ s, as WebCrypto and PKCS#11 return a signature. */
export function derEcdsa(raw: Uint8Array): Bytes {
  const half = raw.length / 2;
  return writeSequence(unsignedInteger(raw.subarray(0, half)), unsignedInteger(raw.subarray(half)));
}

function unsignedInteger(value: Uint8Array): Bytes {
  let from = 0;
  while (from < value.length - 1 && value[from] === 0) from++;
  const minimal = value.subarray(from);
  return write(tags.integer, (minimal[0] as number) >= 0x80 ? concat(Uint8Array.of(0), minimal) : minimal);
}
