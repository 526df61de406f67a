import { CountersignError } from '@/lib/base';
import { x509Of } from '../certificate/x509';
import { single, type Bytes } from '../der/reader';
import { tags } from '../der/values';
import {
  write,
  writeInteger,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
  writeTime,
} from '../der/writer';
import { oids } from '../oids';
import { hashes } from '../signature/hashes';
import {
  hashIdentifiers,
  signingScheme,
  type SignatureChoice,
  type SigningScheme,
} from '../signature/signing-scheme';
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
  /** What `sign` makes with an RSA key; RSASSA-PKCS1-v1_5 with SHA-256 where it isn't said. Not for EC keys. */
  readonly algorithm?: SignatureChoice;
  /** How the message names its signer; by issuer and serial number where it isn't said. */
  readonly identifier?: 'issuer-and-serial' | 'key-id';
  /**
   * Makes a signature over the bytes, as WebCrypto and tokens do: by default RSASSA-PKCS1-v1_5 with SHA-256; with an EC key
   * ECDSA with SHA-256 (P-256), SHA-384 (P-384) or SHA-512 (P-521), as r ‖ s.
   */
  readonly sign: (toBeSigned: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

const DATA = writeOid(oids.data);
const SIGNED_DATA = writeOid(oids.signedData);
const CONTENT_TYPE = writeSequence(writeOid(oids.contentType), writeSetOf([DATA]));
const MESSAGE_DIGEST = writeOid(oids.messageDigest);
const SIGNING_TIME = writeOid(oids.signingTime);
const SIGNING_CERTIFICATE = writeOid(oids.signingCertificateV2);

/**
 * Makes a CMS SignedData message (RFC 5652) in DER, signed over the attributes contentType, messageDigest, signingTime and
 * signingCertificateV2 (RFC 5035). Answers its bytes. Throws `certificate/unsupported-algorithm`,
 * `signing/no-key-identifier`, `signing/signature-malformed`, and what `sign` throws.
 */
export async function signCms(input: SignCmsInput): Promise<Bytes> {
  const { certificate, chain, detached = false, identifier, algorithm, sign } = input;
  // A copy, so that what is sent is what was hashed, whatever happens while a person enters a PIN.
  const content = new Uint8Array(input.content);
  const scheme = signingScheme(certificate, algorithm);
  const issuerAndSerial: readonly [Bytes, Bytes] = [x509Of(certificate).issuer.der, serialOf(certificate)];
  const byKeyId = identifier === 'key-id';
  const signerId = byKeyId ? keyIdOf(certificate) : writeSequence(...issuerAndSerial);
  const attributes = writeSetOf(signedAttributes({ ...input, content }, scheme, issuerAndSerial));
  const signature = scheme.encode(await sign(attributes.slice()));

  const digest = hashIdentifiers[scheme.hash];
  // Signed under the tag of a SET, sent under [0] (RFC 5652 5.4).
  const sent = attributes.slice();
  sent[0] = 0xa0;
  const version = writeInteger(byKeyId ? 3 : 1);
  const signerInfo = writeSequence(
    version,
    signerId,
    digest,
    sent,
    scheme.identifier,
    writeOctets(signature),
  );
  const certificates = new Map([certificate, ...chain].map(({ sha256, der }) => [sha256, der]));
  const signedData = writeSequence(
    version,
    writeSetOf([digest]),
    detached ? writeSequence(DATA) : writeSequence(DATA, write(0xa0, writeOctets(content))),
    writeSetOf([...certificates.values()], 0xa0),
    writeSetOf([signerInfo]),
  );
  return writeSequence(SIGNED_DATA, write(0xa0, signedData));
}

function signedAttributes(
  { content, certificate, signingTime }: SignCmsInput,
  { hash }: SigningScheme,
  [issuer, serial]: readonly [Bytes, Bytes],
): Bytes[] {
  const issuerNames = writeSequence(write(0xa4, issuer));
  const certificateId = writeSequence(
    writeOctets(hashes['SHA-256'](certificate.der)),
    writeSequence(issuerNames, serial),
  );
  return [
    CONTENT_TYPE,
    attribute(MESSAGE_DIGEST, writeOctets(hashes[hash](content))),
    attribute(SIGNING_TIME, writeTime(Math.floor(signingTime / 1000) * 1000)),
    attribute(SIGNING_CERTIFICATE, writeSequence(writeSequence(certificateId))),
  ];
}

function attribute(oid: Bytes, value: Bytes): Bytes {
  return writeSequence(oid, write(tags.set, value));
}

/** The certificate's serial number exactly as its issuer wrote it. */
function serialOf(certificate: Certificate): Bytes {
  const tbs = single(x509Of(certificate).tbs, tags.sequence).reader();
  tbs.optional(0xa0);
  return tbs.next(tags.integer).raw;
}

function keyIdOf(certificate: Certificate): Bytes {
  const extension = x509Of(certificate).extensions.get(oids.subjectKeyIdentifier);
  if (!extension)
    throw new CountersignError('signing/no-key-identifier', { subject: certificate.commonName });
  return write(0x80, single(extension.value, tags.octetString).content);
}
