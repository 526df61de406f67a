import { equalBytes } from '@/lib/base';
import { parseCertificate } from '../certificate/parse-certificate';
import type { Bytes } from '../der/reader';

import type { Certificate } from '../types';

/** Enough for every sub CA and for those who sign these days; about 5 KB each. */
const MOST = 64;
const MOST_BYTES = 8_000;

const known = new Map<number, Certificate>();

/**
 * `parseCertificate`, remembering the last ones: each order brings the same two or three along, and reading them would
 * cost as much as checking the signature. One is only found again where every byte is the same. Throws
 * `certificate/malformed`.
 */
export function knownCertificate(der: Bytes): Certificate {
  const key = keyOf(der);
  const found = known.get(key);
  if (found && equalBytes(found.der, der)) return found;
  const certificate = parseCertificate(der);
  if (der.length > MOST_BYTES) return certificate;
  known.delete(key);
  known.set(key, certificate);
  const oldest = known.keys().next();
  if (known.size > MOST && !oldest.done) known.delete(oldest.value);
  return certificate;
}

/** Length and the end of the signature: no two honest certificates share both, and others only push each other out. */
function keyOf(der: Bytes): number {
  let tail = 0;
  for (const byte of der.subarray(-4)) tail = tail * 256 + byte;
  return der.length * 2 ** 32 + tail;
}
