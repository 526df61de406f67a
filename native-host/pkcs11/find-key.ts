import { CountersignError, limits } from '@/lib/base';
import { attribute, findObjects } from './attributes';
import type { TokenCertificate } from './certificates';
import { CKA, CKO } from './ck';
import type { Cryptoki } from './cryptoki';
import { readULong } from './memory';
import type { PublicKey } from './public-key';

/**
 * The private key of a certificate: of its CKA_ID (any, where it has none), of its kind, and with its public key. Of
 * several the one whose public key shows and is the certificate's; else the first that doesn't contradict. Throws
 * `token/key-missing`.
 */
export async function findKey(
  cryptoki: Cryptoki,
  session: bigint,
  { id }: TokenCertificate,
  publicKey: PublicKey,
): Promise<bigint> {
  const candidates = await findObjects(
    cryptoki,
    session,
    [{ type: CKA.CLASS, value: CKO.PRIVATE_KEY }, ...(id.length === 0 ? [] : [{ type: CKA.ID, value: id }])],
    limits.tokenObjectsMax,
  );
  const possible: bigint[] = [];
  for (const key of candidates) {
    const keyType = await attribute(cryptoki, session, key, CKA.KEY_TYPE);
    if (keyType?.length !== cryptoki.layout.ulong) continue;
    if (readULong(cryptoki.layout, keyType) !== publicKey.keyType) continue;
    const shown = await publicPartOf(cryptoki, session, key, publicKey);
    if (shown === true) return key;
    if (shown === null) possible.push(key);
  }
  const [first] = possible;
  if (first === undefined) throw new CountersignError('token/key-missing');
  return first;
}

/** Whether the key's public part is the certificate's; null where it doesn't show. */
async function publicPartOf(
  cryptoki: Cryptoki,
  session: bigint,
  key: bigint,
  { kind, number }: PublicKey,
): Promise<boolean | null> {
  const value = await attribute(cryptoki, session, key, kind === 'rsa' ? CKA.MODULUS : CKA.EC_POINT);
  if (value === null || value.length === 0) return null;
  if (kind === 'ec') return value.subarray(-number.length).equals(number);
  const start = value.findIndex((octet) => octet !== 0);
  return start !== -1 && value.subarray(start).equals(number);
}

/** CKA_ALWAYS_AUTHENTICATE: the key wants the PIN anew for each signature. */
export async function asksEachTime(cryptoki: Cryptoki, session: bigint, key: bigint): Promise<boolean> {
  const value = await attribute(cryptoki, session, key, CKA.ALWAYS_AUTHENTICATE);
  return value !== null && value.some((octet) => octet !== 0);
}
