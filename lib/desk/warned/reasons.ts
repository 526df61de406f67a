import { CountersignError } from '@/lib/base';
import { judgeReason, type SigningCircumstances, type SomReasonGiven } from '@/lib/order';
import { say } from '@/lib/words';
import type { PreparedDocument } from '../views';

/** What the signer says where something is asked: why the order is right, and why it is less than before. */
export interface Reasons {
  readonly reason: SomReasonGiven | null;
  readonly lowered: string | null;
}

/**
 * Reasons are asked for by what is shown, and must say something (som.md 6). Throws `signing/reason-required`,
 * `signing/reason-unspecific`, `signing/lowered-reason-required`.
 */
export function requireReasons(
  { reasonRequired, lowered: less }: Pick<PreparedDocument, 'reasonRequired' | 'lowered'>,
  { reason, lowered }: Reasons,
): void {
  if (reasonRequired && reason === null) throw new CountersignError('signing/reason-required');
  if (reasonRequired && reason !== null && judgeReason(reason) !== null)
    throw new CountersignError('signing/reason-unspecific', { ask: say(`som-reason.${reason.kind}.ask`) });
  if (less.length > 0 && (lowered === null || judgeReason({ kind: 'other', detail: lowered }) !== null))
    throw new CountersignError('signing/lowered-reason-required');
}

/** What is kept of it with the signature: numbers as they were shown, and the signer's words; what wasn't asked for isn't kept. */
export function somRecord(
  { assessment, somSentences, reasonRequired, lowered: less }: PreparedDocument,
  { reason, lowered }: Reasons,
): SigningCircumstances['som'] {
  const given = reasonRequired && reason ? { kind: reason.kind, detail: reason.detail.trim() } : null;
  return {
    level: assessment.level,
    sentences: somSentences.map(({ text }) => text),
    reason: given && say('som-reason.given', { kind: say(`som-reason.${given.kind}`), detail: given.detail }),
    reasonGiven: given,
    ...(less.length > 0 && {
      lowered: less.map(({ code, name, fromUnits, toUnits, warnedAt }) => ({
        ...{ code, name, fromUnits, toUnits, warnedAt },
        reason: (lowered ?? '').trim(),
      })),
    }),
  };
}
