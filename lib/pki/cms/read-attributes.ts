import { DerError } from '../der/der-error';
import { CONSTRUCTED, single, type Bytes, type Tlv } from '../der/reader';
import { concat, readOid, readTime, tags } from '../der/values';
import { compareOctets } from '../der/writer';
import { oids } from '../oids';
import { readHash, type HashName } from '../signature/scheme';
import { requireDer } from './require-der';

export interface SignedAttributes {
  readonly contentType: string;
  readonly messageDigest: Bytes;
  /** Milliseconds since 1970; null where the signer names none. */
  readonly signingTime: number | null;
  /** Hashes of the signer's certificate, from signingCertificate and signingCertificateV2; none where it isn't named. */
  readonly certificateHashes: readonly CertificateHash[];
}

export interface CertificateHash {
  readonly hash: HashName;
  readonly value: Bytes;
}

/** What is signed: the attributes, `raw` being their [0] element, under the tag of a SET (RFC 5652 5.4). */
export function toBeSigned(raw: Bytes): Bytes {
  return concat(Uint8Array.of(tags.set), raw.subarray(1));
}

/**
 * Reads signed attributes strictly: DER throughout, sorted, none twice, contentType, messageDigest and signingTime with
 * exactly one value. `raw` is the [0] element. Throws DerError.
 */
export function readSignedAttributes(raw: Bytes): SignedAttributes {
  const list = [...single(raw, 0xa0).reader().rest()];
  if (list.length === 0) throw new DerError('no attributes');
  requireSorted(list);
  const attributes = new Map<string, readonly Tlv[]>();
  for (const tlv of list) {
    if (tlv.tag !== tags.sequence) throw new DerError('attribute of another type');
    const reader = tlv.reader();
    const oid = readOid(reader.next(tags.oid));
    const values = [...reader.next(tags.set).reader().rest()];
    reader.finish();
    requireSorted(values);
    // What isn't read any further must be DER all the same.
    for (const value of values) if ((value.tag & CONSTRUCTED) !== 0) requireDer(value.content);
    if (attributes.has(oid)) throw new DerError(`attribute ${oid} stands twice`);
    attributes.set(oid, values);
  }
  const contentType = onlyValue(attributes, oids.contentType);
  const messageDigest = onlyValue(attributes, oids.messageDigest);
  const signingTime = onlyValue(attributes, oids.signingTime);
  const certificateId = onlyValue(attributes, oids.signingCertificate);
  const certificateIdV2 = onlyValue(attributes, oids.signingCertificateV2);
  if (contentType === null) throw new DerError('no contentType');
  if (messageDigest === null || messageDigest.tag !== tags.octetString)
    throw new DerError('no messageDigest');
  return {
    contentType: readOid(contentType),
    messageDigest: messageDigest.content,
    signingTime: signingTime === null ? null : readTime(signingTime),
    certificateHashes: [
      ...(certificateId === null ? [] : readCertificateHash(certificateId, 'SHA-1')),
      ...(certificateIdV2 === null ? [] : readCertificateHash(certificateIdV2, 'SHA-256')),
    ],
  };
}

/** SET OF in DER (X.690 11.6), and none twice. */
function requireSorted(list: readonly Tlv[]): void {
  for (let i = 1; i < list.length; i++) {
    if (compareOctets((list[i - 1] as Tlv).raw, (list[i] as Tlv).raw) >= 0)
      throw new DerError('attributes not in order');
  }
}

function onlyValue(attributes: ReadonlyMap<string, readonly Tlv[]>, oid: string): Tlv | null {
  const values = attributes.get(oid);
  if (values === undefined) return null;
  if (values.length !== 1) throw new DerError(`attribute ${oid} has ${values.length} values`);
  return values[0] as Tlv;
}

/**
 * The first ESSCertID or ESSCertIDv2 names the signer's certificate (RFC 5035 3, 5.4). One of a hash that isn't known here
 * says nothing, because the signature itself is checked with the certificate's key.
 */
function readCertificateHash(value: Tlv, otherwise: HashName): readonly CertificateHash[] {
  const ids = value.reader().next(tags.sequence).reader();
  const first = ids.next(tags.sequence).reader();
  const algorithm = first.optional(tags.sequence);
  const hash = algorithm === null ? otherwise : readHash(algorithm, { history: true });
  const octets = first.next(tags.octetString).content;
  return typeof hash === 'string' ? [{ hash, value: octets }] : [];
}
