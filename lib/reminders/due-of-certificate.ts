import { daysBetween } from '@/lib/base';
import { aboutNothing, type Duty } from './due';
import type { DueFacts } from './facts';

type Known = DueFacts['certificates'][number];

/** The CA writes 45 days before the end; renewal takes weeks. */
const RENEW_DAYS = 45;
const HURRY_DAYS = 14;
const LAST_DAYS = 3;

function sentenceFor(left: number): string {
  if (left < 0) return 'due.certificate-expiring.over';
  if (left === 0) return 'due.certificate-expiring.today';
  return left <= HURRY_DAYS ? 'due.certificate-expiring.hurry' : 'due.certificate-expiring.renew';
}

/** A certificate that ends within 45 days, or has ended within as many, and that its holder hasn't renewed. */
export function dueOfCertificate(
  certificate: Known,
  { certificates, today }: Pick<DueFacts, 'certificates' | 'today'>,
): Duty[] {
  const { holder, name, notAfterDay: dueOn } = certificate;
  const left = daysBetween(today, dueOn);
  const renewed = certificates.some((other) => other.holder === holder && other.notAfterDay > dueOn);
  if (renewed || left > RENEW_DAYS || left < -RENEW_DAYS) return [];
  const step = left <= LAST_DAYS ? LAST_DAYS : left <= HURRY_DAYS ? HURRY_DAYS : RENEW_DAYS;
  return [
    {
      ...aboutNothing,
      kind: 'certificate-expiring',
      key: `certificate-expiring:${certificate.sha256}:${step}`,
      urgency: left < 0 ? 'overdue' : left <= LAST_DAYS ? 'today' : 'soon',
      level: step === LAST_DAYS ? 'loud' : step === HURRY_DAYS ? 'normal' : 'quiet',
      dueOn,
      sentence: sentenceFor(left),
      params: { name, count: Math.abs(left) },
      rule: '21 CFR 1311.40',
    },
  ];
}
