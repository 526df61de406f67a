import { X509Certificate } from 'node:crypto';
import { isCoordinator, keyAlgorithm, keyBits, matchDeaNumber, parseCertificate } from '../../../lib/pki';
import type { Certificate } from '../../../lib/pki';
import { x509Of } from '../../../lib/pki/certificate/x509';
import type { DemoPki } from '../../pki/make-demo-pki';
import { readBytes, seedFiles } from '../seed-files';
import { guarded, law, sameBytes, type Target } from '../target';
import { signedBy, signersOf } from '../signed-by';

const CODES = /^certificate\//;
/** Where a SubjectPublicKeyInfo's algorithm surely ends: Node names some of them anew. */
const KEY_AT = 30;

/**
 * Certificates: read or refused; what is read, Node's own parser reads alike; a signature holds only over octets that its
 * issuer signed.
 */
export async function certificateTarget(pki: DemoPki): Promise<Target> {
  const seeds = certificateSeeds(pki);
  const known = seeds.flatMap((der) => readable(der) ?? []);
  const signers = await signersOf(known);
  const signed = new Set(known.map((certificate) => text(x509Of(certificate).tbs)));
  return {
    name: 'certificate',
    seeds,
    share: 3,
    async attack(mutant, seed) {
      const outcome = await guarded(mutant, CODES, () => parseCertificate(mutant));
      if ('refused' in outcome) return 'refused';
      const certificate = outcome.value;
      law(sameBytes(certificate.der, mutant), 'keeps other octets than it was given');
      const agreed = agreesWithNode(certificate, mutant, await judgedQuietly(certificate, mutant));
      const { tbs, signature, signatureAlgorithm } = x509Of(certificate);
      const issuer = signers.get(text(seeds[seed] as Uint8Array));
      if (issuer === undefined || !(await signedBy(issuer, { tbs, signature, signatureAlgorithm })))
        return `read, ${agreed}`;
      law(signed.has(text(tbs)), 'a signature holds over octets that nobody signed');
      return 'read, signature holds';
    },
  };
}

export function certificateSeeds(pki: DemoPki): readonly Uint8Array<ArrayBuffer>[] {
  const demo = [pki.root, pki.sub, pki.strangerRoot, ...Object.values(pki.certificate)].map(readBytes);
  return [...demo, ...seedFiles('crypto/pkits/certs', /\.crt$/).map(({ bytes }) => bytes)].filter(
    (der) => readable(der) !== null,
  );
}

/** What a certificate is asked elsewhere: it may refuse with its code, no more. Answers whether its key can be read. */
async function judgedQuietly(certificate: Certificate, mutant: Uint8Array): Promise<boolean> {
  const bits = await guarded(mutant, CODES, () => keyBits(certificate));
  await guarded(mutant, CODES, () => keyAlgorithm(certificate));
  await guarded(mutant, /^$/, () => [matchDeaNumber(certificate, 'AB1234563'), isCoordinator(certificate)]);
  return 'value' in bits;
}

/** Serial number, validity and key, where both read the certificate. */
function agreesWithNode(certificate: Certificate, mutant: Uint8Array, keyIsRead: boolean): string {
  const theirs = nodeCertificate(mutant);
  if (theirs === null) return 'Node refuses';
  const ours = x509Of(certificate);
  law(
    signedNumber(ours.serial) === hexNumber(theirs.serialNumber),
    `serial ${ours.serial}, Node ${theirs.serialNumber}`,
  );
  law(Date.parse(theirs.validFrom) === ours.notBefore, `notBefore, Node ${theirs.validFrom}`);
  law(Date.parse(theirs.validTo) === ours.notAfter, `notAfter, Node ${theirs.validTo}`);
  law(certificate.isCa || !theirs.ca || ours.version < 3, 'Node takes it for a CA');
  const spki = nodeKey(theirs);
  if (spki === null || !keyIsRead) return 'no key to compare';
  // Node answers its own writing of the key, which differs in length where the certificate's isn't canonical.
  if (spki.length !== ours.spki.length) return 'Node writes the key anew';
  law(sameBytes(spki.subarray(KEY_AT), ours.spki.subarray(KEY_AT)), 'Node reads another key');
  return 'Node agrees';
}

function nodeCertificate(der: Uint8Array): X509Certificate | null {
  try {
    const theirs = new X509Certificate(der);
    // OpenSSL takes what follows the certificate for somebody else's.
    return sameBytes(theirs.raw, der) ? theirs : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function nodeKey(certificate: X509Certificate): Buffer | null {
  try {
    return certificate.publicKey.export({ type: 'spki', format: 'der' });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function signedNumber(twosComplement: string): bigint {
  return BigInt.asIntN(twosComplement.length * 4, BigInt(`0x${twosComplement}`));
}

function hexNumber(text: string): bigint {
  return text.startsWith('-') ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`);
}

export function readable(der: Uint8Array): Certificate | null {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
