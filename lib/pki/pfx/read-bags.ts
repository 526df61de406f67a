import { DerError } from '../der/der-error';
import { single, type Bytes, type DerReader, type Tlv } from '../der/reader';
import { hex, readOctets, readOid, tags } from '../der/values';
import { readProtection, type Protection } from './protection';

/** What a file holds, as it stands there: nothing is decrypted and nothing copied. Bags of other kinds are left out. */
export type Bag =
  | { readonly kind: 'key'; readonly info: Bytes; readonly localKeyId: string | null }
  | {
      readonly kind: 'shrouded';
      readonly protection: Protection;
      readonly data: Bytes;
      readonly localKeyId: string | null;
    }
  | { readonly kind: 'certificate'; readonly der: Bytes; readonly localKeyId: string | null };

const BAG = '1.2.840.113549.1.12.10.1.';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const MAX_NESTING = 4;

/** The bags of a SafeContents (RFC 7292 4.2), those of safes within it too. Throws DerError, `pfx/unsupported-algorithm`. */
export function readBags(safeContents: Bytes, nesting = 0): Bag[] {
  if (nesting > MAX_NESTING) throw new DerError('safes nested too deep');
  const bags: Bag[] = [];
  for (const bag of single(safeContents, tags.sequence, true).reader().rest()) {
    const reader = bag.reader();
    const type = readOid(reader.next(tags.oid));
    const wrapper = reader.next(0xa0).reader();
    const value = wrapper.next();
    wrapper.finish();
    const localKeyId = readLocalKeyId(reader);
    reader.finish();
    if (type === `${BAG}1`) bags.push({ kind: 'key', info: value.raw, localKeyId });
    else if (type === `${BAG}2`) bags.push({ kind: 'shrouded', ...readShrouded(value), localKeyId });
    else if (type === `${BAG}3`) {
      const der = readCertificate(value);
      if (der) bags.push({ kind: 'certificate', der, localKeyId });
    } else if (type === `${BAG}6`) bags.push(...readBags(value.raw, nesting + 1));
  }
  return bags;
}

/** EncryptedPrivateKeyInfo (RFC 5208 6). */
function readShrouded(value: Tlv): { protection: Protection; data: Bytes } {
  const reader = value.reader();
  const protection = readProtection(reader.next(tags.sequence));
  const data = readOctets(reader.next());
  reader.finish();
  return { protection, data };
}

/** Null: a certificate of another kind than X.509. */
function readCertificate(value: Tlv): Bytes | null {
  const reader = value.reader();
  const type = readOid(reader.next(tags.oid));
  const wrapper = reader.next(0xa0).reader();
  reader.finish();
  if (type !== X509_CERTIFICATE) return null;
  const der = readOctets(wrapper.next());
  wrapper.finish();
  return der;
}

/** Of the attributes only this one is read: names are for people, and a certificate has its own. */
function readLocalKeyId(reader: DerReader): string | null {
  let found: string | null = null;
  for (const attribute of reader.optional(tags.set)?.reader().rest() ?? []) {
    const parts = attribute.reader();
    if (readOid(parts.next(tags.oid)) !== LOCAL_KEY_ID) continue;
    const values = [...parts.next(tags.set).reader().rest()];
    parts.finish();
    const [value] = values;
    // Two programs might each take another one.
    if (found !== null || value === undefined || values.length > 1)
      throw new DerError('more than one localKeyID, or an empty one');
    found = hex(readOctets(value));
  }
  return found;
}
