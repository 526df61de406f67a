import { finding, limits, type Finding } from '@/lib/base';

/**
 * What is doubtful about the time that a signer claims, beside when the message came (attacks.md 33): it names none, or one
 * more than five minutes off (21 CFR 1311.55(b)(7)). Nothing is said where nobody knows when it came.
 */
export function signingTimeFindings(
  signingTime: number | null,
  receivedAt: number | undefined,
): readonly Finding[] {
  if (receivedAt === undefined) return [];
  if (signingTime === null) return [finding('warns', 'cms/signing-time-missing')];
  if (Math.abs(signingTime - receivedAt) <= limits.clockSkewMs) return [];
  const time = `${new Date(signingTime).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return [
    finding('warns', 'cms/signing-time-implausible', { params: { time }, rule: '21 CFR 1311.55(b)(7)' }),
  ];
}
