import { equalBytes } from '@/lib/base';
import { readName } from '../certificate/name';
import { x509Of } from '../certificate/x509';
import { DerError } from '../der/der-error';
import type { Bytes } from '../der/reader';
import { hex, readOid, tags } from '../der/values';
import { oids } from '../oids';
import { digestOf, hashes } from '../signature/hashes';
import { readHash, readScheme, type Scheme } from '../signature/scheme';
import { verifySignature, type SignatureVerdict } from '../signature/verify-signature';
import type { Certificate } from '../types';
import { looksLikeAttributes } from './looks-like-attributes';
import { readSignedAttributes, toBeSigned, type SignedAttributes } from './read-attributes';
import type { CertificateBag } from './read-certificates';
import type { SignerId, SignerInfo } from './read-signed-data';
import { refuse } from './refuse';

export interface JudgedSigner {
  readonly signer: Certificate;
  /** Milliseconds since 1970; null where the signer names none. */
  readonly signingTime: number | null;
}

interface Judging {
  readonly history?: boolean;
  readonly acceptWithoutAttributes?: boolean;
}

/** What a SignerInfo says it was made with, and the digest of the content, which is being made. */
export interface BegunSigner {
  readonly info: SignerInfo;
  readonly content: Bytes;
  readonly scheme: Scheme;
  readonly digest: Promise<Bytes>;
}

/** Begins with the digest, which WebCrypto makes on another thread while the certificates are read. Throws as `judgeSigner`. */
export function beginSigner(
  info: SignerInfo,
  content: Bytes,
  announced: readonly string[],
  { history = false }: Judging,
): BegunSigner {
  if (!announced.includes(readOid(info.digestAlgorithm.reader().next(tags.oid))))
    throw new DerError('digest that is not announced');
  const hash = readHash(info.digestAlgorithm, { history });
  if (typeof hash !== 'string') return refuse('cms/unsupported-algorithm', { algorithm: hash.refused });
  const scheme = readScheme(info.signatureAlgorithm, hash, { history });
  if (scheme.kind === 'refused') return refuse('cms/unsupported-algorithm', { algorithm: scheme.name });
  return { info, content, scheme, digest: digestOf(hash, content) };
}

/** Checks one SignerInfo over its content; answers whose it is. Throws CountersignError with the first thing that is wrong. */
export async function judgeSigner(
  { info, content, scheme, digest }: BegunSigner,
  bag: CertificateBag,
  { acceptWithoutAttributes = false }: Judging,
): Promise<JudgedSigner> {
  const named = bag.certificates.filter((certificate) => isNamed(certificate, info.id));
  if (named.length === 0) throw bag.unreadable ?? refuse('cms/certificate-missing');

  // Begun before the attributes are read, for the same reason.
  const raw = info.signedAttributes;
  const begun = Promise.allSettled([
    triedOn(named, scheme, raw === null ? content : toBeSigned(raw), info.signature),
    digest,
  ]);
  const attributes = raw === null ? null : attributesOf(raw);
  if (attributes === null) requireTellable(content, acceptWithoutAttributes);
  else requireOrderType(attributes);
  const [tried, digested] = await begun;
  if (attributes !== null && !equalBytes(attributes.messageDigest, resultOf(digested)))
    refuse('cms/content-changed');
  return { signer: signerAmong(resultOf(tried), attributes), signingTime: attributes?.signingTime ?? null };
}

interface Tried {
  readonly certificate: Certificate;
  readonly verdict: SignatureVerdict;
}

/** Two certificates may share issuer and serial where someone forged one, so the signature is tried on each. */
async function triedOn(
  certificates: readonly Certificate[],
  scheme: Scheme,
  signed: Bytes,
  signature: Bytes,
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const certificate of certificates) {
    const verdict = await verifySignature(scheme, x509Of(certificate).spki, signed, signature);
    tried.push({ certificate, verdict });
  }
  return tried;
}

/** Whose key made the signature, of those that the attributes mean. */
function signerAmong(tried: readonly Tried[], attributes: SignedAttributes | null): Certificate {
  const meant = tried.filter(({ certificate }) => attributes === null || isMeant(certificate, attributes));
  if (meant.length === 0) refuse('cms/attributes-invalid', { detail: 'signingCertificate' });
  const good = meant.find(({ verdict }) => verdict.kind === 'good');
  if (good) return good.certificate;
  for (const { verdict } of meant)
    if (verdict.kind === 'refused') refuse('cms/unsupported-algorithm', { algorithm: verdict.name });
  return refuse('cms/signature-invalid');
}

function resultOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

function attributesOf(raw: Bytes): SignedAttributes {
  try {
    return readSignedAttributes(raw);
  } catch (error) {
    if (error instanceof DerError) return refuse('cms/attributes-invalid', { detail: error.message });
    throw error;
  }
}

/** Without attributes only by explicit setting, and never where the content may be another message's attributes. */
function requireTellable(content: Bytes, accept: boolean): void {
  if (!accept) refuse('cms/attributes-invalid', { detail: 'none' });
  if (looksLikeAttributes(content))
    refuse('cms/attributes-invalid', { detail: 'content that is a set of attributes' });
}

function requireOrderType({ contentType }: SignedAttributes): void {
  if (contentType !== oids.data) refuse('cms/attributes-invalid', { detail: `contentType ${contentType}` });
}

function isMeant(certificate: Certificate, { certificateHashes }: SignedAttributes): boolean {
  return certificateHashes.every(({ hash, value }) =>
    hash === 'SHA-256' ? certificate.sha256 === hex(value) : equalBytes(value, hashes[hash](certificate.der)),
  );
}

/** By octets first, which is what signers write; else by RFC 5280 7.1's comparison of names. */
function isNamed(certificate: Certificate, id: SignerId): boolean {
  const { subjectKeyId, serial, issuer } = x509Of(certificate);
  if (id.kind === 'key-id') return subjectKeyId === id.keyId;
  if (serial !== id.serial) return false;
  return equalBytes(issuer.der, id.issuer.raw) || issuer.key === readName(id.issuer).key;
}
