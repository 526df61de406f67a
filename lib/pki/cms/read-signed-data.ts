import { DerError } from '../der/der-error';
import { single, type Bytes, type DerReader, type Tlv } from '../der/reader';
import { integerHex, hex, readNumber, readOctets, readOid, tags } from '../der/values';
import { oids } from '../oids';

/** Whom a SignerInfo names: an issuer and serial number (hex), or a subject key identifier (hex). */
export type SignerId =
  | { readonly kind: 'issuer-and-serial'; readonly issuer: Tlv; readonly serial: string }
  | { readonly kind: 'key-id'; readonly keyId: string };

export interface SignerInfo {
  readonly id: SignerId;
  readonly digestAlgorithm: Tlv;
  /** The [0] element as it stands in the message; null: none. */
  readonly signedAttributes: Bytes | null;
  readonly signatureAlgorithm: Tlv;
  readonly signature: Bytes;
}

export interface SignedData {
  readonly contentType: string;
  /** Null: detached. */
  readonly content: Bytes | null;
  readonly certificates: readonly Bytes[];
  /** OIDs of the hashes that the message announces. */
  readonly digestAlgorithms: readonly string[];
  readonly signers: readonly SignerInfo[];
}

/** More is no order but an attempt to keep the verifier busy. */
const MAX_CERTIFICATES = 100;
const MAX_SIGNERS = 16;

/**
 * RFC 5652 5.1 and 5.3 derive the version from what a message holds, and some signers always write 1. Nothing is read
 * differently by it, so each that exists is taken.
 */
const SIGNED_DATA_VERSIONS: readonly number[] = [1, 3, 4, 5];
const SIGNER_VERSIONS: readonly number[] = [1, 3];

/** Reads ContentInfo and SignedData (RFC 5652); null where it is another kind of message. The envelope may be BER. */
export function readSignedData(message: Bytes): SignedData | null {
  const contentInfo = single(message, tags.sequence, true).reader();
  if (readOid(contentInfo.next(tags.oid)) !== oids.signedData) return null;
  const wrapper = contentInfo.next(0xa0).reader();
  contentInfo.finish();
  const signedData = wrapper.next(tags.sequence).reader();
  wrapper.finish();

  const version = readNumber(signedData.next(tags.integer));
  const digests = [...signedData.next(tags.set).reader().rest()];
  const encapsulated = signedData.next(tags.sequence).reader();
  const certificates = signedData.optional(0xa0);
  signedData.optional(0xa1);
  const signerInfos = signedData.next(tags.set);
  signedData.finish();

  const contentType = readOid(encapsulated.next(tags.oid));
  const content = encapsulated.done ? null : readContent(encapsulated.next(0xa0));
  encapsulated.finish();
  const certificateForms = [...(certificates?.reader().rest() ?? [])];
  const signers = bounded([...signerInfos.reader().rest()], MAX_SIGNERS).map(readSignerInfo);
  if (!SIGNED_DATA_VERSIONS.includes(version)) throw new DerError(`version ${version}`);
  return {
    contentType,
    content,
    certificates: bounded(certificateForms, MAX_CERTIFICATES)
      .filter(({ tag }) => tag === tags.sequence)
      .map(({ raw }) => raw),
    digestAlgorithms: digests.map((digest) => readOid(digest.reader().next(tags.oid))),
    signers,
  };
}

/** Exactly one OCTET STRING, joined where BER split it: the bytes that are shown are the bytes that are hashed. */
function readContent(wrapper: Tlv): Bytes {
  const reader = wrapper.reader();
  const content = readOctets(reader.next());
  reader.finish();
  return content;
}

function readSignerInfo(tlv: Tlv): SignerInfo {
  if (tlv.tag !== tags.sequence) throw new DerError('SignerInfo of another type');
  const reader = tlv.reader();
  const version = readNumber(reader.next(tags.integer));
  const id = readSignerId(reader);
  if (!SIGNER_VERSIONS.includes(version)) throw new DerError(`SignerInfo version ${version}`);
  const digestAlgorithm = reader.next(tags.sequence);
  const attributes = reader.optional(0xa0);
  const signatureAlgorithm = reader.next(tags.sequence);
  const signature = readOctets(reader.next());
  reader.optional(0xa1);
  reader.finish();
  return { id, digestAlgorithm, signedAttributes: attributes?.raw ?? null, signatureAlgorithm, signature };
}

function readSignerId(reader: DerReader): SignerId {
  const tlv = reader.next();
  if (tlv.tag === 0x80 || tlv.tag === 0xa0) return { kind: 'key-id', keyId: hex(readOctets(tlv, 0x80)) };
  if (tlv.tag !== tags.sequence) throw new DerError('signer named in no known way');
  const parts = tlv.reader();
  const issuer = parts.next(tags.sequence);
  const serial = integerHex(parts.next(tags.integer).content);
  parts.finish();
  return { kind: 'issuer-and-serial', issuer, serial };
}

function bounded<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length > most) throw new DerError(`more than ${most} parts`);
  return items;
}
