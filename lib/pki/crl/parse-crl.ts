import { CountersignError, limits, equalBytes } from '@/lib/base';
import { readName, type Name } from '../certificate/name';
import { readExtensions } from '../certificate/x509';
import { readAuthorityKeyId } from '../certificate/extensions';
import { DerError, reading } from '../der/der-error';
import { single, type Bytes, type DerReader, type Tlv } from '../der/reader';
import { hex, readBits, readTime, tags } from '../der/values';
import { oids } from '../oids';
import { readCrlNumber } from './crl-number';
import { Entries, type CrlEntry } from './entries';
import { readIssuingDistributionPoint, type Scope } from './issuing-distribution-point';

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
  /** A delta list tells what changed since a complete one; alone it says nothing of what it doesn't name. */
  readonly isDelta: boolean;
  /** BaseCRLNumber of a delta list, in hex: complete lists from this number on can be brought up to date with it. */
  readonly baseNumber: string | null;
  readonly scope: Scope | null;
  /** issuingDistributionPoint in hex of its DER, empty where there is none: two lists of one scope have the same. */
  readonly scopeDer: string;
  /** authorityKeyIdentifier in hex of its DER, empty where there is none. */
  readonly authorityKey: string;
  /** Its keyIdentifier, which helps to find the signer. */
  readonly authorityKeyId: string | null;
  /** A critical extension, of the list or of an entry, that isn't understood: the list decides nothing (RFC 5280 5.2). */
  readonly hasUnknownCritical: boolean;
  readonly tbs: Bytes;
  readonly signatureAlgorithm: Tlv;
  readonly signature: Bytes;
  /** Looks a certificate of the list's own issuer up by its serial number, in lower-case hex as `Certificate.serial` is. */
  find(serialHex: string): CrlEntry | null;
  /** Everything the list says about the certificate with this serial number whose issuer's `Name.key` is `issuer`. */
  findAll(serialHex: string, issuer: string): readonly CrlEntry[];
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
  const { bytes, unused } = readBits(outer.next(tags.bitString));
  outer.finish();

  const tbs = tbsTlv.reader();
  const version = readVersion(tbs);
  if (!equalBytes(tbs.next(tags.sequence).raw, signatureAlgorithm.raw))
    throw new DerError('two signature algorithms');
  const issuer = readName(tbs.next(tags.sequence));
  const thisUpdate = readTime(tbs.next());
  const hasNext = tbs.tag === tags.utcTime || tbs.tag === tags.generalizedTime;
  const nextUpdate = hasNext ? readTime(tbs.next()) : null;
  if (nextUpdate !== null && nextUpdate < thisUpdate) throw new DerError('it ends before it begins');
  const entries = new Entries(der, issuer.key, tbs.optional(tags.sequence));
  const extensions = tbs.tag === 0xa0 ? readExtensions(tbs.next(0xa0)) : null;
  tbs.finish();
  // RFC 5280 5.1.2.1: whoever knows version 1 alone would read past what they say.
  if (version === 1 && (extensions !== null || entries.hasExtensions))
    throw new DerError('extensions in a list of version 1');

  const read = <T>(oid: string, parse: (value: Bytes) => T): T | null => {
    const extension = extensions?.get(oid);
    return extension ? parse(extension.value) : null;
  };
  const scope = read(oids.issuingDistributionPoint, (value) => readIssuingDistributionPoint(value, issuer));
  const unknown = [...(extensions ?? [])].some(([oid, { critical }]) => critical && !UNDERSTOOD.has(oid));
  // Who overlooks certificateIssuer takes other CAs' entries for the list issuer's own: only an indirect list may have it.
  const misplaced = entries.namesIssuers && !scope?.indirect;
  return {
    der,
    issuer,
    thisUpdate,
    nextUpdate,
    number: read(oids.crlNumber, readCrlNumber),
    count: entries.count,
    isDelta: extensions?.has(oids.deltaCrl) ?? false,
    baseNumber: read(oids.deltaCrl, readCrlNumber),
    scope,
    scopeDer: read(oids.issuingDistributionPoint, hex) ?? '',
    authorityKey: read(oids.authorityKeyIdentifier, hex) ?? '',
    authorityKeyId: read(oids.authorityKeyIdentifier, readAuthorityKeyId),
    hasUnknownCritical: unknown || misplaced || entries.hasUnknownCritical,
    tbs: tbsTlv.raw,
    signatureAlgorithm,
    // Broken octets are no signature, which is told apart from a list that can't be read.
    signature: unused === 0 ? bytes : bytes.subarray(0, 0),
    find: (serialHex) => entries.find(serialHex, issuer.key)[0] ?? null,
    findAll: (serialHex, issuerKey) => entries.find(serialHex, issuerKey),
  };
}

/** 1 where the list says nothing, otherwise 2 (RFC 5280 5.1.2.1). */
function readVersion(tbs: DerReader): 1 | 2 {
  const field = tbs.optional(tags.integer);
  if (field === null) return 1;
  if (field.content.length !== 1 || field.content[0] !== 1) throw new DerError('unknown list version');
  return 2;
}
