import { CountersignError, equalBytes } from '@/lib/base';
import { DerError } from '../der/der-error';
import { single, type Bytes, type DerReader, type Tlv } from '../der/reader';
import { hex, integerHex, readBoolean, readBits, readOid, readTime, tags } from '../der/values';
import { oids } from '../oids';
import type { Certificate } from '../types';
import { readDistributionPoints, type DistributionPoint } from './distribution-points';
import { readAuthorityKeyId, readBasicConstraints, readKeyUsage, type BasicConstraints } from './extensions';
import { readName, type Name } from './name';
import { readPolicies } from './policy-extensions';

export interface Extension {
  readonly critical: boolean;
  readonly value: Bytes;
}

/** A certificate as path validation needs it: every field of RFC 5280 4.1 that is judged. */
export interface X509 {
  readonly der: Bytes;
  readonly tbs: Bytes;
  /** 1, 2 or 3. */
  readonly version: number;
  readonly serial: string;
  readonly signatureAlgorithm: Tlv;
  readonly signature: Bytes;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly spki: Bytes;
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly basicConstraints: BasicConstraints | null;
  readonly keyUsage: ReadonlySet<number> | null;
  readonly policies: readonly string[];
  readonly distributionPoints: readonly DistributionPoint[];
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
}

/** Throws DerError on anything that isn't one DER certificate. */
export function readX509(der: Bytes): X509 {
  const outer = single(der, tags.sequence).reader();
  const tbsTlv = outer.next(tags.sequence);
  const signatureAlgorithm = outer.next(tags.sequence);
  const signatureBits = readBits(outer.next(tags.bitString));
  // A signature of broken octets can be read, but it is nobody's: the reason is then the signature, not the form.
  const signature = signatureBits.unused === 0 ? signatureBits.bytes : new Uint8Array(0);
  outer.finish();

  const tbs = tbsTlv.reader();
  const version = readVersion(tbs);
  const serial = integerHex(tbs.next(tags.integer).content);
  if (!equalBytes(tbs.next(tags.sequence).raw, signatureAlgorithm.raw))
    throw new DerError('two signature algorithms');
  const issuer = readName(tbs.next(tags.sequence));
  const validity = tbs.next(tags.sequence).reader();
  const [notBefore, notAfter] = [readTime(validity.next()), readTime(validity.next())];
  validity.finish();
  const subject = readName(tbs.next(tags.sequence));
  const spki = tbs.next(tags.sequence).raw;
  if (version > 1) for (const uniqueId of [0x81, 0x82]) tbs.optional(uniqueId);
  const extensions =
    version === 3 && tbs.tag === 0xa3 ? readExtensions(tbs.next(0xa3)) : new Map<string, Extension>();
  tbs.finish();

  const read = <T>(oid: string, parse: (value: Bytes) => T): T | null => {
    const extension = extensions.get(oid);
    return extension ? parse(extension.value) : null;
  };
  return {
    der,
    tbs: tbsTlv.raw,
    version,
    serial,
    signatureAlgorithm,
    signature,
    issuer,
    subject,
    notBefore,
    notAfter,
    spki,
    extensions,
    basicConstraints: read(oids.basicConstraints, readBasicConstraints),
    keyUsage: read(oids.keyUsage, readKeyUsage),
    policies: read(oids.certificatePolicies, readPolicies) ?? [],
    distributionPoints:
      read(oids.crlDistributionPoints, (value) => readDistributionPoints(value, issuer)) ?? [],
    subjectKeyId: read(oids.subjectKeyIdentifier, (value) => hex(single(value, tags.octetString).content)),
    authorityKeyId: read(oids.authorityKeyIdentifier, readAuthorityKeyId),
  };
}

/** Extensions by OID; one that stands twice makes the certificate unreadable (RFC 5280 4.2). */
export function readExtensions(wrapper: Tlv): ReadonlyMap<string, Extension> {
  const outer = wrapper.reader();
  const list = outer.next(tags.sequence).reader();
  outer.finish();
  const extensions = new Map<string, Extension>();
  for (const tlv of list.rest()) {
    const reader = tlv.reader();
    const oid = readOid(reader.next(tags.oid));
    const flag = reader.optional(tags.boolean);
    const value = reader.next(tags.octetString).content;
    reader.finish();
    if (extensions.has(oid)) throw new DerError(`extension ${oid} stands twice`);
    extensions.set(oid, { critical: flag !== null && readBoolean(flag), value });
  }
  if (extensions.size === 0) throw new DerError('empty list of extensions');
  return extensions;
}

const known = new WeakMap<Certificate, X509>();

/** The judged fields of a certificate object, also of one that came as a copy from another context. */
export function x509Of(certificate: Certificate): X509 {
  const found = known.get(certificate);
  if (found) return found;
  try {
    const x509 = readX509(certificate.der);
    known.set(certificate, x509);
    return x509;
  } catch (error) {
    if (error instanceof DerError)
      throw new CountersignError('certificate/malformed', { detail: error.message }, { cause: error });
    throw error;
  }
}

export function rememberX509(certificate: Certificate, x509: X509): void {
  known.set(certificate, x509);
}

function readVersion(tbs: DerReader): number {
  const wrapper = tbs.optional(0xa0);
  if (!wrapper) return 1;
  const value = single(wrapper.content, tags.integer).content;
  if (value.length !== 1 || (value[0] as number) > 2) throw new DerError('unknown certificate version');
  return (value[0] as number) + 1;
}
