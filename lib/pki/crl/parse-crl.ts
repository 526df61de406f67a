import { CountersignError, limits } from '@/lib/base';
import { readName, type Name } from '../certificate/name';
import { readExtensions } from '../certificate/x509';
import { DerError, reading } from '../der/der-error';
import { DerReader, single, type Bytes, type Tlv } from '../der/reader';
import { equalBytes, integerHex, readOctetBits, readTime, tags } from '../der/values';
import { oids } from '../oids';
import { entryReason, hasUnknownCritical } from './entry-extensions';
import { readIssuingDistributionPoint, type Scope } from './issuing-distribution-point';
import { SerialIndex } from './serial-index';

export interface CrlEntry {
  /** Milliseconds since 1970. */
  readonly revokedAt: number;
  /** CRLReason (RFC 5280 5.3.1), or null where the entry gives none. */
  readonly reason: number | null;
}

/** One revocation list. Whether its signature holds is judged where the issuer's key is known. */
export interface ParsedCrl {
  readonly der: Bytes;
  readonly issuer: Name;
  /** Milliseconds since 1970. */
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
  /** CRL number in hex, minimal; null where there is none. */
  readonly number: string | null;
  readonly count: number;
  readonly isDelta: boolean;
  readonly scope: Scope | null;
  /** A critical extension, of the list or of an entry, that isn't understood: the list decides nothing (RFC 5280 5.2). */
  readonly hasUnknownCritical: boolean;
  readonly tbs: Bytes;
  readonly signatureAlgorithm: Tlv;
  readonly signature: Bytes;
  /** Looks a certificate's serial number up, given in lower-case hex as `Certificate.serial` is. */
  find(serialHex: string): CrlEntry | null;
}

const UNDERSTOOD: ReadonlySet<string> = new Set([
  oids.crlNumber,
  oids.authorityKeyIdentifier,
  oids.issuingDistributionPoint,
  oids.deltaCrl,
]);

/** Reads a list in one pass over its DER. Throws `crl/malformed`. */
export function parseCrl(der: Uint8Array): ParsedCrl {
  if (der.length > limits.crlMaxBytes)
    throw new CountersignError('crl/malformed', { detail: `${der.length} bytes` });
  return reading('crl/malformed', () => readCrl(new Uint8Array(der)));
}

function readCrl(der: Bytes): ParsedCrl {
  const outer = single(der, tags.sequence).reader();
  const tbsTlv = outer.next(tags.sequence);
  const signatureAlgorithm = outer.next(tags.sequence);
  const signature = readOctetBits(outer.next(tags.bitString));
  outer.finish();

  const tbs = tbsTlv.reader();
  tbs.optional(tags.integer);
  if (!equalBytes(tbs.next(tags.sequence).raw, signatureAlgorithm.raw))
    throw new DerError('two signature algorithms');
  const issuer = readName(tbs.next(tags.sequence));
  const thisUpdate = readTime(tbs.next());
  const nextUpdate =
    tbs.tag === tags.utcTime || tbs.tag === tags.generalizedTime ? readTime(tbs.next()) : null;
  const entries = readEntries(der, tbs.optional(tags.sequence));
  const extensions = tbs.tag === 0xa0 ? readExtensions(tbs.next(0xa0)) : null;
  tbs.finish();

  const number = extensions?.get(oids.crlNumber);
  const point = extensions?.get(oids.issuingDistributionPoint);
  const unknown = [...(extensions ?? [])].some(([oid, { critical }]) => critical && !UNDERSTOOD.has(oid));
  return {
    der,
    issuer,
    thisUpdate,
    nextUpdate,
    number: number ? integerHex(single(number.value, tags.integer).content) : null,
    count: entries.index.count,
    isDelta: extensions?.has(oids.deltaCrl) ?? false,
    scope: point ? readIssuingDistributionPoint(point.value) : null,
    hasUnknownCritical: unknown || entries.hasUnknownCritical,
    tbs: tbsTlv.raw,
    signatureAlgorithm,
    signature,
    find: (serialHex) => findEntry(der, entries.index, serialHex),
  };
}

function readEntries(der: Bytes, list: Tlv | null): { index: SerialIndex; hasUnknownCritical: boolean } {
  const index = new SerialIndex(der);
  let unknown = false;
  if (list === null) return { index, hasUnknownCritical: false };
  for (const reader = list.reader(); !reader.done;) {
    const element = reader.next(tags.sequence);
    const entry = element.reader();
    const serial = entry.next(tags.integer);
    const length = serial.end - serial.body;
    if (length === 0 || length > 127) throw new DerError('serial number out of range');
    index.add(element.start);
    const time = entry.next();
    if (time.tag !== tags.utcTime && time.tag !== tags.generalizedTime)
      throw new DerError('entry without a date');
    if (entry.done) continue;
    const extensions = entry.next(tags.sequence);
    entry.finish();
    unknown ||= hasUnknownCritical(extensions);
  }
  return { index, hasUnknownCritical: unknown };
}

function findEntry(der: Bytes, index: SerialIndex, serialHex: string): CrlEntry | null {
  const serial = Uint8Array.from(serialHex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const at = index.find(serial);
  if (at < 0) return null;
  return reading('crl/malformed', () => {
    const entry = new DerReader(der, at).next(tags.sequence).reader();
    entry.next(tags.integer);
    const revokedAt = readTime(entry.next());
    const extensions = entry.optional(tags.sequence);
    return { revokedAt, reason: extensions === null ? null : entryReason(extensions) };
  });
}
