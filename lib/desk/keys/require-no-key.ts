import { CountersignError } from '@/lib/base';
import type { Certificate } from '@/lib/pki';
import type { DeskPorts } from '../ports';

/**
 * Bringing a certificate's key in again, from a file or with a token, must not quietly put another secret in the place of the
 * one its holder knows. A key that no record speaks for, left by an import or a deletion that died midway or beside a
 * token's, gives way: nobody can sign with it, and nothing else leads to it. To be asked in `KEY_TURN`; answers whether such
 * a key lies here. Throws `vault/key-present`.
 */
export async function requireNoKey(
  { archive, vault }: DeskPorts,
  certificate: Certificate,
): Promise<boolean> {
  const { sha256, commonName } = certificate;
  const { certificates } = await archive.directory();
  const known = certificates.find((one) => one.sha256 === sha256);
  const isHere = (await vault.certificates()).has(sha256);
  if (isHere && known && known.keyRemoved !== true && !known.token)
    throw new CountersignError('vault/key-present', { name: commonName });
  return isHere;
}
