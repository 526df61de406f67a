import type { Finding } from '@/lib/base';
import { say } from '@/lib/words';
import { Notice } from '../../../ui/notice';
import { VisibleText } from '../../../ui/visible-text';

interface FindingListProps {
  readonly findings: readonly Finding[];
  /** `alert` where it answers what was just tried. */
  readonly role?: 'alert';
}

/** What stands against an act, or is to be known before it, each with its rule. */
export function FindingList({ findings, role }: FindingListProps) {
  return findings.map((finding) => (
    <Notice
      key={`${finding.code}-${finding.field ?? ''}`}
      tone={finding.severity === 'blocks' ? 'stop' : 'caution'}
      {...(role ? { role } : {})}
    >
      <p>
        <VisibleText>{say.loose(finding.code, finding.params)}</VisibleText>{' '}
        {finding.rule !== null && <span className="rule-ref">{finding.rule}</span>}
      </p>
    </Notice>
  ));
}
