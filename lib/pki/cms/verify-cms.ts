import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { CountersignError, type ErrorCode, type Params } from '@/lib/base';
import { parseCertificate } from '../certificate/parse-certificate';
import { x509Of } from '../certificate/x509';
import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';
import { equalBytes, readOid, tags } from '../der/values';
import { oids } from '../oids';
import { readHash, readScheme, type HashName } from '../signature/scheme';
import { verifySignature } from '../signature/verify-signature';
import type { Certificate, CmsVerdict } from '../types';
import { readSignedAttributes, type SignedAttributes } from './read-attributes';
import { readSignedData, type SignedData, type SignerId, type SignerInfo } from './read-signed-data';

export interface VerifyCmsOptions {
  /** What was signed, for a detached signature; with an attached one it must be the same. */
  readonly content?: Uint8Array;
  /** An order has exactly one signer; only a caller who reads other messages says false. */
  readonly exactlyOneSigner?: boolean;
}

const HASHES = {
  'SHA-1': sha1,
  MD5: md5,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
} as const satisfies Record<HashName, unknown>;

/**
 * Judges a CMS SignedData message as strictly as an order needs (attacks.md 1–31): is each signature that of the named
 * certificate over this very content. Whether that certificate may be trusted is `validatePath`'s question. Never throws for
 * what a message holds.
 */
export async function verifyCms(message: Uint8Array, options: VerifyCmsOptions = {}): Promise<CmsVerdict> {
  const nothing = { signer: null, signingTime: null, content: null, certificates: [] };
  try {
    return await judge(new Uint8Array(message), options);
  } catch (error) {
    if (error instanceof CountersignError) return { ...nothing, valid: false, fault: error.fault };
    if (error instanceof DerError) {
      return {
        ...nothing,
        valid: false,
        fault: { code: 'cms/malformed', params: { detail: error.message } },
      };
    }
    throw error;
  }
}

/** The first thing that is wrong ends the judging. */
function refuse(code: ErrorCode, params: Params = {}): never {
  throw new CountersignError(code, params);
}

async function judge(
  message: Bytes,
  { content, exactlyOneSigner = true }: VerifyCmsOptions,
): Promise<CmsVerdict> {
  const signedData = readSignedData(message);
  if (signedData === null) refuse('cms/not-signed-data');
  const { signers } = signedData;
  if (signers.length === 0 || (exactlyOneSigner && signers.length !== 1))
    refuse('cms/signer-count', { count: signers.length });
  if (signedData.contentType !== oids.data)
    refuse('cms/attributes-invalid', { detail: `content type ${signedData.contentType}` });
  const signedContent = contentOf(signedData, content);
  const certificates = signedData.certificates.map(parseCertificate);

  const judged = [];
  for (const signer of signers) {
    const digest = readOid(signer.digestAlgorithm.reader().next(tags.oid));
    if (!signedData.digestAlgorithms.includes(digest)) throw new DerError('digest that is not announced');
    judged.push(await judgeSigner(signer, signedContent, certificates));
  }
  const first = judged[0];
  if (!first) refuse('cms/signer-count', { count: 0 });
  return { valid: true, ...first, content: signedContent, certificates, fault: null };
}

function contentOf(signedData: SignedData, given: Uint8Array | undefined): Bytes {
  if (signedData.content === null) return given ? new Uint8Array(given) : refuse('cms/content-missing');
  if (given && !equalBytes(given, signedData.content)) refuse('cms/content-changed');
  return signedData.content;
}

async function judgeSigner(
  info: SignerInfo,
  content: Bytes,
  certificates: readonly Certificate[],
): Promise<{ signer: Certificate; signingTime: number | null }> {
  const hash = readHash(info.digestAlgorithm);
  if (typeof hash !== 'string') refuse('cms/unsupported-algorithm', { algorithm: hash.refused });
  const attributes = attributesOf(info);
  if (attributes.contentType !== oids.data)
    refuse('cms/attributes-invalid', { detail: `contentType ${attributes.contentType}` });
  if (!equalBytes(attributes.messageDigest, HASHES[hash](content))) refuse('cms/content-changed');

  const scheme = readScheme(info.signatureAlgorithm, hash);
  const named = certificates.filter((certificate) => isNamed(certificate, info.id));
  if (named.length === 0) refuse('cms/certificate-missing');
  const meant = named.filter(
    ({ sha256: name }) => attributes.certificateHash === null || attributes.certificateHash === name,
  );
  if (meant.length === 0) refuse('cms/attributes-invalid', { detail: 'signingCertificateV2' });
  // Two certificates may share issuer and serial where someone forged one: the one whose key made the signature counts.
  for (const signer of meant) {
    const verdict = await verifySignature(scheme, x509Of(signer).spki, attributes.toBeSigned, info.signature);
    if (verdict.kind === 'refused') refuse('cms/unsupported-algorithm', { algorithm: verdict.name });
    if (verdict.kind === 'good') return { signer, signingTime: attributes.signingTime };
  }
  return refuse('cms/signature-invalid');
}

function attributesOf(info: SignerInfo): SignedAttributes {
  if (info.signedAttributes === null) return refuse('cms/attributes-invalid', { detail: 'none' });
  try {
    return readSignedAttributes(info.signedAttributes);
  } catch (error) {
    if (error instanceof DerError) return refuse('cms/attributes-invalid', { detail: error.message });
    throw error;
  }
}

function isNamed(certificate: Certificate, id: SignerId): boolean {
  const x509 = x509Of(certificate);
  return id.kind === 'key-id'
    ? x509.subjectKeyId === id.keyId
    : x509.issuer.key === id.issuer && x509.serial === id.serial;
}
