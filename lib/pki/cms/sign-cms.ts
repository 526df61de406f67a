import { sha256 } from '@noble/hashes/sha2.js';
import { x509Of } from '../certificate/x509';
import { single, type Bytes } from '../der/reader';
import { tags } from '../der/values';
import {
  DER_NULL,
  write,
  writeInteger,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
  writeTime,
} from '../der/writer';
import { oids } from '../oids';
import type { Certificate } from '../types';

export interface SignCmsInput {
  /** The bytes that are signed, kept verbatim. */
  readonly content: Uint8Array;
  readonly certificate: Certificate;
  /** Further certificates to send along, such as the sub CA's. */
  readonly chain: readonly Certificate[];
  /** Milliseconds since 1970; written with whole seconds. */
  readonly signingTime: number;
  /** Leaves the content out of the message. */
  readonly detached?: boolean;
  /** Makes an RSASSA-PKCS1-v1_5 signature with SHA-256 over the bytes, as WebCrypto and tokens do. */
  readonly sign: (toBeSigned: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

const SHA256 = writeSequence(writeOid(oids.sha256));

/**
 * Makes a CMS SignedData message (RFC 5652) in DER: SHA-256 with RSA over the signed attributes contentType,
 * messageDigest, signingTime and signingCertificateV2 (RFC 5035). Answers its bytes; errors are those of `sign`.
 */
export async function signCms(input: SignCmsInput): Promise<Bytes> {
  const { content, certificate, chain, detached = false, sign } = input;
  const attributes = signedAttributes(input);
  const signature = await sign(writeSetOf(attributes));
  const { issuer } = x509Of(certificate);
  const signerInfo = writeSequence(
    writeInteger(1),
    writeSequence(issuer.der, serialOf(certificate)),
    SHA256,
    writeSetOf(attributes, 0xa0),
    writeSequence(writeOid(oids.rsaSha256), DER_NULL),
    writeOctets(signature),
  );
  const encapsulated = detached ? [] : [write(0xa0, writeOctets(content))];
  const certificates = new Map([certificate, ...chain].map(({ sha256: name, der }) => [name, der]));
  const signedData = writeSequence(
    writeInteger(1),
    writeSetOf([SHA256]),
    writeSequence(writeOid(oids.data), ...encapsulated),
    writeSetOf([...certificates.values()], 0xa0),
    writeSetOf([signerInfo]),
  );
  return writeSequence(writeOid(oids.signedData), write(0xa0, signedData));
}

function signedAttributes({ content, certificate, signingTime }: SignCmsInput): Bytes[] {
  const { issuer } = x509Of(certificate);
  const directoryName = write(0xa4, issuer.der);
  const certificateId = writeSequence(
    writeOctets(sha256(certificate.der)),
    writeSequence(writeSequence(directoryName), serialOf(certificate)),
  );
  return [
    attribute(oids.contentType, writeOid(oids.data)),
    attribute(oids.messageDigest, writeOctets(sha256(content))),
    attribute(oids.signingTime, writeTime(Math.floor(signingTime / 1000) * 1000)),
    attribute(oids.signingCertificateV2, writeSequence(writeSequence(certificateId))),
  ];
}

function attribute(oid: string, value: Bytes): Bytes {
  return writeSequence(writeOid(oid), writeSetOf([value]));
}

/** The certificate's serial number exactly as its issuer wrote it. */
function serialOf(certificate: Certificate): Bytes {
  const tbs = single(x509Of(certificate).tbs, tags.sequence).reader();
  tbs.optional(0xa0);
  return tbs.next(tags.integer).raw;
}
