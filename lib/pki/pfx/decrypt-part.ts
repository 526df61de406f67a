import { cbc } from '@noble/ciphers/aes.js';
import { CountersignError } from '@/lib/base';
import { DerError } from '../der/der-error';
import type { Bytes, DerReader, Tlv } from '../der/reader';
import { readNumber, readOctets, readOid, tags } from '../der/values';
import { algorithmName } from '../oids';
import type { Budget } from './budget';
import { decryptCbc } from './cbc';
import { derivePbkdf2, readPbkdf2 } from './derivation';
import { tripleDes } from './des';
import type { PasswordForm } from './password';
import { kdfPurpose, pkcs12Kdf } from './pkcs12-kdf';
import { rc2 } from './rc2';
import { rc4 } from './rc4';

type Decrypt = (key: Bytes, iv: Bytes, data: Bytes) => Bytes;

const withTripleDes: Decrypt = (key, iv, data) => decryptCbc(tripleDes(key), iv, data);
const withRc2: Decrypt = (key, iv, data) => decryptCbc(rc2(key), iv, data);
const withRc4: Decrypt = (key, _, data) => rc4(key, data);
const withAes: Decrypt = (key, iv, data) => {
  try {
    return new Uint8Array(cbc(key, iv).decrypt(data));
  } catch (error) {
    // The library's only complaints here: length or padding, which a wrong key mostly causes.
    throw new DerError('wrong padding', { cause: error });
  }
};

const PBES2 = '1.2.840.113549.1.5.13';
const PKCS12_PBE = '1.2.840.113549.1.12.1.';

/** PKCS #12's own schemes (RFC 7292 C) by the last arc of their OID: key length in octets, and cipher. */
const OWN_SCHEMES: Readonly<Record<string, readonly [number, Decrypt]>> = {
  '1': [16, withRc4],
  '2': [5, withRc4],
  '3': [24, withTripleDes],
  '4': [16, withTripleDes],
  '5': [16, withRc2],
  '6': [5, withRc2],
};

const PBES2_CIPHERS: Readonly<Record<string, readonly [number, Decrypt]>> = {
  '2.16.840.1.101.3.4.1.2': [16, withAes],
  '2.16.840.1.101.3.4.1.22': [24, withAes],
  '2.16.840.1.101.3.4.1.42': [32, withAes],
  '1.2.840.113549.3.7': [24, withTripleDes],
};

/** Decrypts one part of a PFX. Throws DerError where the password is wrong, `pfx/unsupported-algorithm`, `pfx/too-many-iterations`. */
export async function decryptPart(
  algorithm: Tlv,
  data: Bytes,
  password: PasswordForm,
  budget: Budget,
): Promise<Bytes> {
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  if (oid === PBES2) return decryptPbes2(reader, data, password, budget);
  const scheme = oid.startsWith(PKCS12_PBE) ? OWN_SCHEMES[oid.slice(PKCS12_PBE.length)] : undefined;
  if (!scheme) throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  const params = reader.next(tags.sequence).reader();
  const settings = { salt: readOctets(params.next()), iterations: readNumber(params.next(tags.integer)) };
  const [length, decrypt] = scheme;
  budget.spend(settings.iterations * 2);
  const key = pkcs12Kdf('sha1', kdfPurpose.key, password.bmp, settings, length);
  const iv = pkcs12Kdf('sha1', kdfPurpose.iv, password.bmp, settings, 8);
  return wiping(key, () => decrypt(key, iv, data));
}

async function decryptPbes2(
  reader: DerReader,
  data: Bytes,
  password: PasswordForm,
  budget: Budget,
): Promise<Bytes> {
  const params = reader.next(tags.sequence).reader();
  const derivation = readPbkdf2(params.next(tags.sequence));
  const encryption = params.next(tags.sequence).reader();
  const oid = readOid(encryption.next(tags.oid));
  const cipher = PBES2_CIPHERS[oid];
  if (!cipher) throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  const iv = readOctets(encryption.next());
  const [length, decrypt] = cipher;
  if (derivation.keyLength !== null && derivation.keyLength !== length) throw new DerError('key length');
  const key = await derivePbkdf2(password.utf8, derivation, length, budget);
  return wiping(key, () => decrypt(key, iv, data));
}

function wiping(key: Bytes, decrypt: () => Bytes): Bytes {
  try {
    return decrypt();
  } finally {
    key.fill(0);
  }
}
