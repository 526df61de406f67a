import { CountersignError } from '@/lib/base';
import { DerError } from '../der/der-error';
import type { Bytes, Tlv } from '../der/reader';
import { readNumber, readOctets, readOid, tags } from '../der/values';
import { algorithmName, oids } from '../oids';
import type { Budget } from './budget';
import { derivePbkdf2, hmacOf, readHmac, readPbkdf2 } from './derivation';
import type { PasswordForm } from './password';
import { kdfPurpose, pfxHashes, pkcs12Kdf, type PfxHash } from './pkcs12-kdf';

const PBMAC1 = '1.2.840.113549.1.5.14';
const HASHES: Readonly<Record<string, PfxHash>> = {
  [oids.sha1]: 'sha1',
  [oids.sha224]: 'sha224',
  [oids.sha256]: 'sha256',
  [oids.sha384]: 'sha384',
  [oids.sha512]: 'sha512',
};
/** RFC 9879 9: shorter keys are to be refused; none longer than a hash has a use. */
const MIN_MAC_KEY = 20;
const MAX_MAC_KEY = 64;

/** Whether MacData proves that a holder of the password wrote `content` (RFC 7292 4, RFC 9879). */
export async function checkMac(
  macData: Tlv,
  content: Bytes,
  password: PasswordForm,
  budget: Budget,
): Promise<boolean> {
  const reader = macData.reader();
  const digestInfo = reader.next(tags.sequence).reader();
  const algorithm = digestInfo.next(tags.sequence);
  const expected = readOctets(digestInfo.next());
  digestInfo.finish();
  const salt = readOctets(reader.next());
  const count = reader.optional(tags.integer);
  reader.finish();

  const oid = readOid(algorithm.reader().next(tags.oid));
  if (oid === PBMAC1)
    return equalInConstantTime(expected, await pbmac1(algorithm, content, password, budget));
  const hash = HASHES[oid];
  if (!hash) throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  const iterations = count === null ? 1 : readNumber(count);
  budget.spend(iterations);
  const key = pkcs12Kdf(hash, kdfPurpose.mac, password.bmp, { salt, iterations }, pfxHashes[hash].outputLen);
  const mac = hmacOf(hash, key, content);
  key.fill(0);
  return equalInConstantTime(expected, mac);
}

async function pbmac1(
  algorithm: Tlv,
  content: Bytes,
  password: PasswordForm,
  budget: Budget,
): Promise<Uint8Array> {
  const reader = algorithm.reader();
  reader.next(tags.oid);
  const params = reader.next(tags.sequence).reader();
  const derivation = readPbkdf2(params.next(tags.sequence));
  const hash = readHmac(params.next(tags.sequence));
  const length = derivation.keyLength;
  if (length === null || !(length >= MIN_MAC_KEY && length <= MAX_MAC_KEY))
    throw new DerError('PBMAC1 key length');
  const key = await derivePbkdf2(password.utf8, derivation, length, budget);
  const mac = hmacOf(hash, key, content);
  key.fill(0);
  return mac;
}

function equalInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}
