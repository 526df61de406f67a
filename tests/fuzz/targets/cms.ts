import { openPfx, signCms, verifyCms } from '../../../lib/pki';
import type { Certificate, CmsVerdict } from '../../../lib/pki';
import { x509Of } from '../../../lib/pki/certificate/x509';
import { readPublicKey } from '../../../lib/pki/signature/public-key';
import { readSignedData } from '../../../lib/pki/cms/read-signed-data';
import type { DemoPki } from '../../pki/make-demo-pki';
import { readBytes, seedFiles } from '../seed-files';
import { guarded, isKnown, law, type Target } from '../target';

const CODES = /^(cms|certificate)\//;

interface Message {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly content: Uint8Array | null;
}

/** Signed messages: a bent one is valid only where nothing that is signed was bent. */
export async function cmsTarget(pki: DemoPki): Promise<Target> {
  const messages = [...(await ownMessages(pki)), ...sampleMessages()];
  const good = new Set<string>();
  for (const { bytes, content } of messages) {
    const verdict = await verifyCms(bytes, content === null ? {} : { content });
    if (verdict.valid) good.add(signedPart(verdict, bytes));
  }
  return {
    name: 'cms',
    seeds: messages.map(({ bytes }) => bytes),
    share: 4,
    async attack(mutant, seed) {
      const content = messages[seed]?.content ?? null;
      const outcome = await guarded(mutant, /^$/, () =>
        verifyCms(mutant, content === null ? {} : { content }),
      );
      law('value' in outcome, 'verifyCms threw');
      const verdict = outcome.value;
      if (!verdict.valid) {
        law(verdict.fault !== null && isKnown(verdict.fault.code, CODES), `fault ${verdict.fault?.code}`);
        return verdict.fault.code;
      }
      law(verdict.fault === null, 'valid with a fault');
      law(good.has(signedPart(verdict, mutant)), 'valid though what is signed was bent');
      return 'valid';
    },
  };
}

/** DER of 1.2.840.113549.1.9.16.2.47, signingCertificateV2. */
const NAMES_CERTIFICATE = Buffer.from('060b2a864886f70d010910022f', 'hex');

/**
 * Content, signer, claimed time and signature: what a bent message must have kept. Where the signed attributes don't name
 * the certificate itself, its key is all that the signature binds; the rest of it is judged with its path.
 */
function signedPart({ content, signer, signingTime }: CmsVerdict, message: Uint8Array<ArrayBuffer>): string {
  const infos = readSignedData(message)?.signers ?? [];
  const isNamed = infos.every(
    ({ signedAttributes: octets }) => octets && Buffer.from(octets).includes(NAMES_CERTIFICATE),
  );
  const by = signer && (isNamed ? signer.sha256 : keyOf(signer));
  return JSON.stringify([
    content && toHex(content),
    by,
    signingTime,
    infos.map(({ signature }) => toHex(signature)),
  ]);
}

/** The key as every reader writes it, since its parameters may be left out. */
function keyOf(signer: Certificate): string {
  const key = readPublicKey(x509Of(signer).spki);
  return key.kind === 'other' ? key.name : toHex(key.spki);
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function sampleMessages(): readonly Message[] {
  const contents = new Map(seedFiles('crypto/cms', /\.content$/).map(({ name, bytes }) => [name, bytes]));
  // Which signers a message lists isn't signed: of two, either one alone is a good message, and no bent one.
  return seedFiles('crypto/cms', /(?<!two_signers)\.der$/).map(({ name, bytes }) => ({
    bytes,
    content: contents.get(name.replace(/\.der$/, '.content')) ?? null,
  }));
}

/** What the product itself signs, with its content and without. */
async function ownMessages(pki: DemoPki): Promise<readonly Message[]> {
  const { pkcs8, certificate, chain } = await openPfx(readBytes(pki.pfx.full), pki.password);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  const content = new TextEncoder().encode('{"order":"26A000001","lines":[{"packages":4}]}');
  return Promise.all(
    [false, true].map(async (detached) => ({
      bytes: await signCms({
        content,
        certificate,
        chain,
        signingTime: Date.UTC(2026, 0, 15, 12),
        detached,
        sign: async (data) => new Uint8Array(await crypto.subtle.sign(algorithm, key, data)),
      }),
      content: detached ? content : null,
    })),
  );
}
