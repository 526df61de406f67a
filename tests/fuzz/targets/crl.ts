import { parseCrl } from '../../../lib/pki';
import type { Certificate, ParsedCrl } from '../../../lib/pki';
import { x509Of } from '../../../lib/pki/certificate/x509';
import type { DemoPki } from '../../pki/make-demo-pki';
import { readBytes, seedFiles } from '../seed-files';
import { signedBy } from '../signed-by';
import { guarded, law, type Target } from '../target';
import { certificateSeeds, readable } from './certificate';

const CODES = /^crl\//;
const SERIALS = ['01', '00', 'ff', '7f', '0080', '0102', '7fffffffffffffffffffffffffffffffffffffff'];

/** Revocation lists: read or refused, looked up without a crash; a signature holds only over octets that were signed. */
export async function crlTarget(pki: DemoPki): Promise<Target> {
  const seeds = crlSeeds(pki);
  const lists = seeds.map((der) => parseCrl(der));
  const signers = await Promise.all(lists.map((crl) => signerOf(crl, pki)));
  const signed = new Set(lists.map(({ tbs }) => Buffer.from(tbs).toString('latin1')));
  return {
    name: 'crl',
    seeds,
    share: 3,
    async attack(mutant, seed) {
      const outcome = await guarded(mutant, CODES, () => parseCrl(mutant));
      if ('refused' in outcome) return 'refused';
      const crl = outcome.value;
      for (const serial of SERIALS) await guarded(mutant, CODES, () => crl.find(serial));
      const signer = signers[seed];
      if (!signer || !(await signedBy(signer, crl))) return 'read';
      law(
        signed.has(Buffer.from(crl.tbs).toString('latin1')),
        'a signature holds over octets that nobody signed',
      );
      return 'read, signature holds';
    },
  };
}

export function crlSeeds(pki: DemoPki): readonly Uint8Array<ArrayBuffer>[] {
  const demo = [pki.rootCrl, pki.subCrl].map(readBytes);
  const sample = seedFiles('crypto/pkits/crls', /\.crl$/).map(({ bytes }) => bytes);
  return [...demo, ...sample].filter(isReadable);
}

function isReadable(der: Uint8Array): boolean {
  try {
    parseCrl(der);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

let candidates: readonly Certificate[] | null = null;

async function signerOf(crl: ParsedCrl, pki: DemoPki): Promise<Certificate | null> {
  candidates ??= certificateSeeds(pki).flatMap((der) => readable(der) ?? []);
  for (const candidate of candidates)
    if (x509Of(candidate).subject.key === crl.issuer.key && (await signedBy(candidate, crl)))
      return candidate;
  return null;
}
