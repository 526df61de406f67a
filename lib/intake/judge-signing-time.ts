import { addDays, finding, limits } from '@/lib/base';
import type { Judged, VerifyOrderInput } from './types';
import { utcDay } from './utc-day';

/** Whether the time that the signer claims can be true, and whether the order still stands (attacks.md 33; 1305.22(e)). */
export function judgeSigningTime(
  signingTime: number | null,
  { clock, receivedAt }: VerifyOrderInput,
): Judged {
  if (signingTime === null)
    return { result: 'not-checked', findings: [finding('warns', 'cms/signing-time-missing')] };
  const arrived = receivedAt ?? clock.now();
  if (signingTime > arrived + limits.clockSkewMs) {
    const params = { time: new Date(signingTime).toISOString() };
    return { result: 'failed', findings: [finding('blocks', 'cms/signing-time-implausible', { params })] };
  }
  const signed = utcDay(signingTime);
  if (utcDay(arrived) <= addDays(signed, limits.orderValidDays)) return { result: 'held', findings: [] };
  const params = { date: signed, days: limits.orderValidDays };
  // Without the time of arrival an old order may well have been filled in time.
  const severity = receivedAt === null ? 'warns' : 'blocks';
  return {
    result: receivedAt === null ? 'held' : 'failed',
    findings: [finding(severity, 'order/too-old', { params, field: 'date', rule: '21 CFR 1305.22(e)' })],
  };
}
