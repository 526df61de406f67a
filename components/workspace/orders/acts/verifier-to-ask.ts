import { sameCount } from '@/lib/order';
import type { Payload } from './read-correction';

/** Who verified a receipt; null for nobody, and for every other record. */
function verifierOf(payload: Payload): string | null {
  return 'verifiedBy' in payload ? (payload.verifiedBy ?? null) : null;
}

/**
 * Who has to say by their PIN that they verified what is to count instead; null where nobody verified it, where whoever acts
 * (`actor`, id) did, and where the very count was verified by the same person before.
 */
export function verifierToAsk(before: Payload, next: Payload | null, actor: string): string | null {
  const verifier = next && verifierOf(next);
  if (!next || verifier === null || verifier === actor) return null;
  const isAsBefore =
    verifier === verifierOf(before) &&
    'countedBy' in before &&
    'countedBy' in next &&
    sameCount(before, next);
  return isAsBefore ? null : verifier;
}
