import { DerError } from '../der/der-error';
import { single, type Bytes, type Tlv } from '../der/reader';
import { concat, hex, readOid, readTime, tags } from '../der/values';
import { compareOctets } from '../der/writer';
import { oids } from '../oids';

export interface SignedAttributes {
  /** What is signed: the attributes under the tag of a SET (RFC 5652 5.4). */
  readonly toBeSigned: Bytes;
  readonly contentType: string;
  readonly messageDigest: Bytes;
  /** Milliseconds since 1970; null where the signer names none. */
  readonly signingTime: number | null;
  /** SHA-256 of the signer's certificate in hex, from signingCertificateV2; null where absent or of another hash. */
  readonly certificateHash: string | null;
}

/**
 * Reads signed attributes strictly: DER throughout, sorted, none twice, contentType, messageDigest and signingTime with
 * exactly one value. `raw` is the [0] element. Throws DerError.
 */
export function readSignedAttributes(raw: Bytes): SignedAttributes {
  const list = [...single(raw, 0xa0).reader().rest()];
  if (list.length === 0) throw new DerError('no attributes');
  if (list.some((tlv, i) => i > 0 && compareOctets((list[i - 1] as Tlv).raw, tlv.raw) >= 0)) {
    throw new DerError('attributes not in order');
  }
  const attributes = new Map<string, readonly Tlv[]>();
  for (const tlv of list) {
    if (tlv.tag !== tags.sequence) throw new DerError('attribute of another type');
    const reader = tlv.reader();
    const oid = readOid(reader.next(tags.oid));
    const values = [...reader.next(tags.set).reader().rest()];
    reader.finish();
    if (attributes.has(oid)) throw new DerError(`attribute ${oid} stands twice`);
    attributes.set(oid, values);
  }
  const contentType = onlyValue(attributes, oids.contentType);
  const messageDigest = onlyValue(attributes, oids.messageDigest);
  const signingTime = onlyValue(attributes, oids.signingTime);
  const certificateId = onlyValue(attributes, oids.signingCertificateV2);
  if (contentType === null) throw new DerError('no contentType');
  if (messageDigest === null || messageDigest.tag !== tags.octetString)
    throw new DerError('no messageDigest');
  return {
    toBeSigned: concat(Uint8Array.of(tags.set), raw.subarray(1)),
    contentType: readOid(contentType),
    messageDigest: messageDigest.content,
    signingTime: signingTime === null ? null : readTime(signingTime),
    certificateHash: certificateId === null ? null : readCertificateHash(certificateId),
  };
}

function onlyValue(attributes: ReadonlyMap<string, readonly Tlv[]>, oid: string): Tlv | null {
  const values = attributes.get(oid);
  if (values === undefined) return null;
  if (values.length !== 1) throw new DerError(`attribute ${oid} has ${values.length} values`);
  return values[0] as Tlv;
}

/** The first ESSCertIDv2 names the signer's certificate (RFC 5035 3); its hash is SHA-256 unless said otherwise. */
function readCertificateHash(value: Tlv): string | null {
  const ids = value.reader().next(tags.sequence).reader();
  const first = ids.next(tags.sequence).reader();
  const algorithm = first.optional(tags.sequence);
  const hash = first.next(tags.octetString).content;
  return algorithm === null || readOid(algorithm.reader().next(tags.oid)) === oids.sha256 ? hex(hash) : null;
}
