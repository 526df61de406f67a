import { keyText } from '../certificate/key-text';
import type { ParsedCrl } from '../crl/parse-crl';
import type { Bytes } from '../der/reader';
import { verifySigned } from '../signature/verify-signed';
import type { SignatureVerdict } from '../signature/verify-signature';

const known = new WeakMap<ParsedCrl, Map<string, Promise<SignatureVerdict>>>();

/** Whether this key signed the list; asked once per list and key, as lists are large. */
export function crlSignature(crl: ParsedCrl, spki: Bytes, history = false): Promise<SignatureVerdict> {
  const verdicts = known.get(crl) ?? new Map<string, Promise<SignatureVerdict>>();
  known.set(crl, verdicts);
  const id = `${history} ${keyText(spki)}`;
  const found = verdicts.get(id) ?? verifySigned(crl, spki, history);
  verdicts.set(id, found);
  return found;
}
