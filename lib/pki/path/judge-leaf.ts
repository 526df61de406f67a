import { limits } from '@/lib/base';
import { keyUsageBits } from '../certificate/extensions';
import { x509Of } from '../certificate/x509';
import { DerError } from '../der/der-error';
import { readPublicKey } from '../signature/public-key';
import type { Judging } from './judging';

/** Whether the end entity's key is strong enough, and may sign where it is to have signed. */
export function judgeLeaf(judging: Judging): void {
  const { leaf, input } = judging;
  const { keyUsage, spki } = x509Of(leaf);
  const { digitalSignature, nonRepudiation } = keyUsageBits;
  const signs = keyUsage === null || keyUsage.has(digitalSignature) || keyUsage.has(nonRepudiation);
  if (input.leafUse !== 'any' && !signs) judging.object(leaf, 'certificate/key-usage');
  const least = input.history ? limits.rsaMinBitsOfHistory : limits.rsaMinBits;
  try {
    const key = readPublicKey(spki);
    if (key.kind === 'rsa' && key.bits < least)
      judging.object(leaf, 'certificate/unsupported-algorithm', { algorithm: `RSA with ${key.bits} bits` });
    if (key.kind === 'other' && input.leafUse !== 'any')
      judging.object(leaf, 'certificate/unsupported-algorithm', { algorithm: key.name });
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    judging.object(leaf, 'certificate/malformed', { detail: error.message });
  }
}
