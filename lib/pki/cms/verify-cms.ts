import { CountersignError, limits, type Fault, equalBytes } from '@/lib/base';
import type { Bytes } from '../der/reader';
import { DerError } from '../der/der-error';

import { oids } from '../oids';
import type { CmsVerdict } from '../types';
import { beginSigner, judgeSigner, type JudgedSigner } from './judge-signer';
import { readCertificates } from './read-certificates';
import { readSignedData, type SignedData } from './read-signed-data';
import { refuse } from './refuse';
import { signingTimeFindings } from './signing-time';

export interface VerifyCmsOptions {
  /** What was signed, for a detached signature; with an attached one it must be the same. */
  readonly content?: Uint8Array;
  /** An order has exactly one signer; only a caller who reads other messages says false. */
  readonly exactlyOneSigner?: boolean;
  /** Judges SHA-1, MD5 and 1024-bit RSA as they were at their time, for old records. Never for an order of today. */
  readonly history?: boolean;
  /** Takes a foreign message without signed attributes, whose signature says neither when nor what kind of content. */
  readonly acceptWithoutAttributes?: boolean;
  /** Milliseconds since 1970 when the message came (for our own: when it is made): the claimed signing time is judged by it. */
  readonly receivedAt?: number;
}

const NOTHING = { signer: null, signingTime: null, content: null, certificates: [], findings: [] } as const;

/**
 * Judges a CMS SignedData message as strictly as an order needs (attacks.md 1–34): is each signature that of the named
 * certificate over this very content. Whether that certificate may be trusted is `validatePath`'s question, and whether the
 * order came before is asked of its number and content, never of these bytes: they can be bent without becoming invalid (28).
 * Never throws for what a message holds.
 */
export async function verifyCms(message: Uint8Array, options: VerifyCmsOptions = {}): Promise<CmsVerdict> {
  let signerCount = 0;
  try {
    const most = limits.signedMessageMaxBytes;
    if (message.length > most) refuse('cms/too-large', { bytes: message.length, most });
    // A copy, so that whoever holds the message can't change it while it is judged.
    const signedData = readSignedData(new Uint8Array(message));
    if (signedData === null) refuse('cms/not-signed-data');
    signerCount = signedData.signers.length;
    return await judge(signedData, options);
  } catch (error) {
    return { ...NOTHING, valid: false, signerCount, fault: faultIn(error) };
  }
}

function faultIn(error: unknown): Fault {
  if (error instanceof CountersignError) return error.fault;
  if (error instanceof DerError) return { code: 'cms/malformed', params: { detail: error.message } };
  throw error;
}

async function judge(signedData: SignedData, options: VerifyCmsOptions): Promise<CmsVerdict> {
  const { signers, contentType } = signedData;
  const { content, exactlyOneSigner = true, receivedAt } = options;
  if (signers.length === 0 || (exactlyOneSigner && signers.length !== 1))
    refuse('cms/signer-count', { count: signers.length });
  if (contentType !== oids.data) refuse('cms/attributes-invalid', { detail: `content type ${contentType}` });
  const signed = contentOf(signedData, content);
  const begun = signers.map((info) => beginSigner(info, signed, signedData.digestAlgorithms, options));
  const bag = readCertificates(signedData.certificates);
  const judged: JudgedSigner[] = [];
  for (const signer of begun) judged.push(await judgeSigner(signer, bag, options));
  const [{ signer, signingTime }] = judged as [JudgedSigner];
  return {
    valid: true,
    signer,
    signingTime,
    content: signed,
    certificates: bag.certificates,
    signerCount: signers.length,
    fault: null,
    findings: judged.flatMap((one) => signingTimeFindings(one.signingTime, receivedAt)),
  };
}

function contentOf(signedData: SignedData, given: Uint8Array | undefined): Bytes {
  if (signedData.content === null) return given ? new Uint8Array(given) : refuse('cms/content-missing');
  if (given && !equalBytes(given, signedData.content)) refuse('cms/content-changed');
  return signedData.content;
}
