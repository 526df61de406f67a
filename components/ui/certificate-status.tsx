import { legalDay } from '@/lib/base';
import type { CertificateStatus } from '@/lib/desk';
import { say } from '@/lib/words';
import { Mark, type Tone } from './mark';
import { VisibleText } from './visible-text';

const TONES = {
  checked: 'good',
  'not-checked': 'unchecked',
  revoked: 'stop',
  expired: 'stop',
  refused: 'stop',
} as const satisfies Record<CertificateStatus['state'], Tone>;

interface CertificateStatusWordProps {
  readonly status: CertificateStatus;
  /** In which the list's day is counted. */
  readonly zone: string;
}

/** What is known of a certificate, in shape, word and colour; what wasn't looked up never looks like good. */
export function CertificateStatusWord({ status, zone }: CertificateStatusWordProps) {
  const tone = TONES[status.state];
  return (
    <span className={`level tone-${tone}`}>
      <Mark tone={tone} />
      <span>
        <VisibleText>{sentenceOf(status, zone)}</VisibleText>
      </span>
    </span>
  );
}

function sentenceOf(status: CertificateStatus, zone: string): string {
  switch (status.state) {
    case 'checked': {
      const [list] = status.lists;
      return list
        ? say('status.checked', { number: list.number, date: legalDay(list.thisUpdate, zone) })
        : say('status.checked-plain');
    }
    case 'not-checked':
      return say('status.not-checked');
    case 'revoked':
      return say('status.revoked', { date: String(status.fault.params.date) });
    case 'expired':
      return say('status.expired');
    case 'refused':
      return say('status.refused');
  }
}
