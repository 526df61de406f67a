import * as pkijs from 'pkijs';
import { TEST_NOW } from '@/lib/pki/testing/make-certificate';
import type { Chain } from './chain';

/** The same judgement by pkijs' chain engine, the lists read anew; throws what it refuses a good path with. */
export async function chainByPkijs({ leaf, sub, root, crls }: Chain): Promise<void> {
  const read = ({ der }: Chain['leaf']) => pkijs.Certificate.fromBER(der);
  const engine = new pkijs.CertificateChainValidationEngine({
    trustedCerts: [read(root)],
    certs: [read(sub), read(leaf)],
    crls: crls.map((crl) => pkijs.CertificateRevocationList.fromBER(crl)),
    checkDate: new Date(TEST_NOW),
  });
  const { result, resultMessage } = await engine.verify();
  if (!result) throw new Error(resultMessage);
}
