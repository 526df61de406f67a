import { CountersignError } from '@/lib/base';
import { DerError } from '../der/der-error';
import type { Bytes, DerReader, Tlv } from '../der/reader';
import { readNumber, readOctets, readOid, tags } from '../der/values';
import { algorithmName } from '../oids';
import { decryptAesCbc } from './aes-cbc';
import { decryptCbc } from './cbc';
import {
  ownDerivation,
  pbkdf2Derivation,
  readIterations,
  readPbkdf2,
  type Derivation,
  type Pbkdf2Params,
} from './derivation';
import { tripleDes } from './des';
import { kdfPurpose } from './pkcs12-kdf';
import { rc2 } from './rc2';
import { rc4 } from './rc4';

/** How one part of a file is encrypted under the password. */
export interface Protection {
  readonly derivation: Derivation;
  /** `derived` is what the derivation gave. Throws DerError where the password or the data are wrong. */
  decrypt(derived: Bytes, data: Bytes): Bytes;
}

type Decrypt = (key: Bytes, iv: Bytes, data: Bytes) => Bytes;

const withTripleDes: Decrypt = (key, iv, data) => decryptCbc(tripleDes(key), iv, data);
const withRc2: Decrypt = (key, iv, data) => decryptCbc(rc2(key), iv, data);
const withRc4: Decrypt = (key, _, data) => rc4(key, data);

const PBES2 = '1.2.840.113549.1.5.13';
const PKCS12_PBE = '1.2.840.113549.1.12.1.';

/** PKCS #12's own schemes (RFC 7292 C) by the last arc of their OID: octets of key and IV, and cipher. */
const OWN_SCHEMES: Readonly<Record<string, readonly [key: number, iv: number, Decrypt]>> = {
  '1': [16, 0, withRc4],
  '2': [5, 0, withRc4],
  '3': [24, 8, withTripleDes],
  '4': [16, 8, withTripleDes],
  '5': [16, 8, withRc2],
  '6': [5, 8, withRc2],
};

const RC2_CBC = '1.2.840.113549.3.2';
const PBES2_CIPHERS: Readonly<Record<string, readonly [number, Decrypt]>> = {
  '1.3.14.3.2.7': [8, withTripleDes],
  '2.16.840.1.101.3.4.1.2': [16, decryptAesCbc],
  '2.16.840.1.101.3.4.1.22': [24, decryptAesCbc],
  '2.16.840.1.101.3.4.1.42': [32, decryptAesCbc],
  '1.2.840.113549.3.7': [24, withTripleDes],
};

/** Reads an AlgorithmIdentifier. Throws DerError, and `pfx/unsupported-algorithm` with its name. */
export function readProtection(algorithm: Tlv): Protection {
  const reader = algorithm.reader();
  const oid = readOid(reader.next(tags.oid));
  if (oid === PBES2) return readPbes2(reader);
  const scheme = oid.startsWith(PKCS12_PBE) ? OWN_SCHEMES[oid.slice(PKCS12_PBE.length)] : undefined;
  if (!scheme) throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  const params = reader.next(tags.sequence).reader();
  reader.finish();
  const settings = { salt: readOctets(params.next()), iterations: readIterations(params.next(tags.integer)) };
  params.finish();
  const [keyLength, ivLength, decrypt] = scheme;
  const outputs = [[kdfPurpose.key, keyLength] as const, [kdfPurpose.iv, ivLength] as const];
  return {
    derivation: ownDerivation('sha1', outputs, settings),
    decrypt: (derived, data) => decrypt(derived.subarray(0, keyLength), derived.subarray(keyLength), data),
  };
}

/** RFC 8018 A.4. */
function readPbes2(reader: DerReader): Protection {
  const params = reader.next(tags.sequence).reader();
  reader.finish();
  const derivation = readPbkdf2(params.next(tags.sequence));
  const encryption = params.next(tags.sequence).reader();
  params.finish();
  const oid = readOid(encryption.next(tags.oid));
  if (oid === RC2_CBC) return readRc2(encryption, derivation);
  const cipher = PBES2_CIPHERS[oid];
  if (!cipher) throw new CountersignError('pfx/unsupported-algorithm', { algorithm: algorithmName(oid) });
  const iv = readOctets(encryption.next());
  encryption.finish();
  const [length, decrypt] = cipher;
  if (derivation.keyLength !== null && derivation.keyLength !== length) throw new DerError('key length');
  return {
    derivation: pbkdf2Derivation(derivation, length),
    decrypt: (key, data) => decrypt(key, iv, data),
  };
}

/** Effective bits by RFC 8018 B.2.3's version; from 256 on it is the number itself. */
const RC2_VERSIONS: Readonly<Record<number, number>> = { 160: 40, 120: 64, 58: 128 };
/** Where no version is said. */
const RC2_DEFAULT_BITS = 32;
const MAX_RC2_BITS = 1024;

/** The rest of an AlgorithmIdentifier of RC2: its key may be of any length, by default that of its effective bits. */
function readRc2(encryption: DerReader, derivation: Pbkdf2Params): Protection {
  const params = encryption.next(tags.sequence).reader();
  encryption.finish();
  const said = params.optional(tags.integer);
  const version = said === null ? null : readNumber(said);
  const iv = readOctets(params.next());
  params.finish();
  const bits = version === null ? RC2_DEFAULT_BITS : version >= 256 ? version : RC2_VERSIONS[version];
  if (bits === undefined || bits > MAX_RC2_BITS)
    throw new CountersignError('pfx/unsupported-algorithm', { algorithm: `RC2 ${version}` });
  const length = derivation.keyLength ?? Math.ceil(bits / 8);
  if (!(length >= 1 && length <= MAX_RC2_BITS / 8)) throw new DerError('key length');
  return {
    derivation: pbkdf2Derivation(derivation, length),
    decrypt: (key, data) => decryptCbc(rc2(key, bits), iv, data),
  };
}
