import { DerError } from '../der/der-error';
import { single, type Bytes, type DerReader, type Tlv } from '../der/reader';
import { hex, readOctets, readOid, tags } from '../der/values';

export interface PfxKey {
  /** PrivateKeyInfo in DER; the caller overwrites it. */
  readonly pkcs8: Bytes;
  readonly localKeyId: string | null;
}

export interface PfxCertificate {
  readonly der: Bytes;
  readonly localKeyId: string | null;
}

export interface PfxContents {
  readonly keys: PfxKey[];
  readonly certificates: PfxCertificate[];
  /** Names of the protections of parts that no password opens, such as encryption to a public key. */
  readonly unread: string[];
}

type Decrypt = (algorithm: Tlv, data: Bytes) => Promise<Bytes | null>;

const BAG = '1.2.840.113549.1.12.10.1.';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const MAX_NESTING = 4;

/** Adds the keys and certificates of a SafeContents to `contents`. False: a shrouded key doesn't decrypt. */
export async function readBags(
  safeContents: Bytes,
  contents: PfxContents,
  decrypt: Decrypt,
  nesting = 0,
): Promise<boolean> {
  if (nesting > MAX_NESTING) throw new DerError('safes nested too deep');
  for (const bag of single(safeContents, tags.sequence, true).reader().rest()) {
    const reader = bag.reader();
    const type = readOid(reader.next(tags.oid));
    const value = reader.next(0xa0).reader().next();
    const localKeyId = readLocalKeyId(reader);
    if (type === `${BAG}1`) {
      contents.keys.push({ pkcs8: new Uint8Array(value.raw), localKeyId });
    } else if (type === `${BAG}2`) {
      const shrouded = value.reader();
      const pkcs8 = await decrypt(shrouded.next(tags.sequence), readOctets(shrouded.next()));
      if (pkcs8 === null) return false;
      contents.keys.push({ pkcs8, localKeyId });
    } else if (type === `${BAG}3`) {
      const certificate = value.reader();
      if (readOid(certificate.next(tags.oid)) !== X509_CERTIFICATE) continue;
      const der = readOctets(certificate.next(0xa0).reader().next());
      contents.certificates.push({ der: new Uint8Array(der), localKeyId });
    } else if (type === `${BAG}6` && !(await readBags(value.raw, contents, decrypt, nesting + 1))) {
      return false;
    }
  }
  return true;
}

function readLocalKeyId(reader: DerReader): string | null {
  for (const attribute of reader.optional(tags.set)?.reader().rest() ?? []) {
    const parts = attribute.reader();
    if (readOid(parts.next(tags.oid)) !== LOCAL_KEY_ID) continue;
    const value = parts.next(tags.set).reader();
    return value.done ? null : hex(readOctets(value.next()));
  }
  return null;
}
