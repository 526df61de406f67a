import { keyText } from '../certificate/key-text';
import { DerError } from '../der/der-error';
import type { ParsedCrl } from '../crl/parse-crl';
import type { Bytes } from '../der/reader';
import { readScheme } from '../signature/scheme';
import { verifySignature, type SignatureVerdict } from '../signature/verify-signature';

const known = new WeakMap<ParsedCrl, Map<string, Promise<SignatureVerdict>>>();

/** Whether this key signed the list; asked once per list and key, as lists are large. */
export function crlSignature(crl: ParsedCrl, spki: Bytes, history = false): Promise<SignatureVerdict> {
  const verdicts = known.get(crl) ?? new Map<string, Promise<SignatureVerdict>>();
  known.set(crl, verdicts);
  const id = `${history} ${keyText(spki)}`;
  const found = verdicts.get(id) ?? verify(crl, spki, history);
  verdicts.set(id, found);
  return found;
}

async function verify(crl: ParsedCrl, spki: Bytes, history: boolean): Promise<SignatureVerdict> {
  try {
    const scheme = readScheme(crl.signatureAlgorithm, null, { history });
    return await verifySignature(scheme, spki, crl.tbs, crl.signature);
  } catch (error) {
    // Broken parameters or a broken key are this list's or this candidate's fault, not the judged certificate's.
    if (error instanceof DerError) return { kind: 'bad' };
    throw error;
  }
}
