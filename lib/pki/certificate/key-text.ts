import type { Bytes } from '../der/reader';
import { hex } from '../der/values';

const known = new WeakMap<Bytes, string>();

/** A SubjectPublicKeyInfo as text by which keys are told apart; written once, as many lists may be asked about many keys. */
export function keyText(spki: Bytes): string {
  const found = known.get(spki) ?? hex(spki);
  known.set(spki, found);
  return found;
}
