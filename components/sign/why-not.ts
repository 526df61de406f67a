import type { PreparedDocument } from '@/lib/desk';

/** What keeps the signature back before anyone types a password; null: nothing does. */
export function whyNot(
  prepared: PreparedDocument | null,
  current: boolean,
): 'sign.wait' | 'sign.why-blocked' | null {
  if (!current) return 'sign.wait';
  const blocked =
    !prepared ||
    prepared.document === null ||
    prepared.findings.some(({ severity }) => severity === 'blocks');
  return blocked ? 'sign.why-blocked' : null;
}
