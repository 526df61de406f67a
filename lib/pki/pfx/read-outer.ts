import { CountersignError } from '@/lib/base';
import { DerError } from '../der/der-error';
import { single, type Bytes, type Tlv } from '../der/reader';
import { readNumber, readOctets, readOid, tags } from '../der/values';
import { oids } from '../oids';
import { readMac, type Mac } from './mac';
import { readProtection, type Protection } from './protection';
import { readBags, type Bag } from './read-bags';

/** One part of an AuthenticatedSafe: bags in the open, bags under the password, or bags that no password opens. */
export type Part =
  | { readonly kind: 'open'; readonly bags: readonly Bag[] }
  | { readonly kind: 'encrypted'; readonly protection: Protection; readonly data: Bytes }
  | { readonly kind: 'unread'; readonly name: string };

/** A file as it can be read without the password. */
export interface OuterPfx {
  /** The octets that the MAC is over. */
  readonly safe: Bytes;
  readonly mac: Mac | null;
  readonly parts: readonly Part[];
}

/**
 * Reads a PFX (RFC 7292 4) whole, and refuses what stands twice, too much or too little: two programs must not find
 * different things in it. Throws DerError, `pfx/unsupported-algorithm`; views on `bytes`.
 */
export function readOuter(bytes: Bytes): OuterPfx {
  const pfx = single(bytes, tags.sequence, true).reader();
  if (readNumber(pfx.next(tags.integer)) !== 3) throw new DerError('another version');
  const contentInfo = pfx.next(tags.sequence).reader();
  const macData = pfx.optional(tags.sequence);
  pfx.finish();
  const [type, content] = readContentInfo(contentInfo.next(tags.oid), contentInfo.next(0xa0));
  contentInfo.finish();
  if (type === oids.signedData)
    throw new CountersignError('pfx/unsupported-algorithm', { algorithm: 'public-key integrity' });
  if (type !== oids.data) throw new DerError('content of another type');
  const safe = readOctets(content);
  const parts = [...single(safe, tags.sequence, true).reader().rest()].map(readPart);
  return { safe, mac: macData === null ? null : readMac(macData), parts };
}

function readPart(part: Tlv): Part {
  const reader = part.reader();
  const [type, body] = readContentInfo(reader.next(tags.oid), reader.next(0xa0));
  reader.finish();
  if (type === oids.data) return { kind: 'open', bags: readBags(readOctets(body)) };
  if (type === oids.encryptedData) return { kind: 'encrypted', ...readEncrypted(body) };
  return { kind: 'unread', name: 'encryption to a public key' };
}

function readContentInfo(type: Tlv, wrapper: Tlv): [string, Tlv] {
  const reader = wrapper.reader();
  const content = reader.next();
  reader.finish();
  return [readOid(type), content];
}

/** EncryptedData: algorithm and octets of its EncryptedContentInfo (RFC 5652 8). */
function readEncrypted(encryptedData: Tlv): { protection: Protection; data: Bytes } {
  const reader = encryptedData.reader();
  reader.next(tags.integer);
  const info = reader.next(tags.sequence).reader();
  // Unprotected attributes mean nothing here.
  reader.optional(0xa1);
  reader.finish();
  info.next(tags.oid);
  const protection = readProtection(info.next(tags.sequence));
  const data = readOctets(info.next(), 0x80);
  info.finish();
  return { protection, data };
}

/** Whether this could be a PFX at all: a SEQUENCE that begins with the version. Tells a damaged file from another one. */
export function looksLikePfx(bytes: Uint8Array): boolean {
  const [tag, first] = bytes;
  if (tag !== tags.sequence || first === undefined) return false;
  const body = first <= 0x80 ? 2 : 2 + (first & 0x7f);
  return bytes[body] === tags.integer && bytes[body + 1] === 1 && bytes[body + 2] === 3;
}
