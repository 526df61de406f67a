import type { Finding } from '@/lib/base';
import type { PreparedDocument } from '@/lib/desk';
import { say } from '@/lib/words';
import { CertificateStatusWord } from '../ui/certificate-status';
import { LevelWord } from '../ui/level-word';
import { Notice } from '../ui/notice';
import { VisibleText } from '../ui/visible-text';
import { ClockLine } from './clock-line';
import type { Gaps } from './gaps-of';
import { saidByGap } from './said-by-gap';

interface ProblemsProps {
  readonly prepared: PreparedDocument;
  /** The fields that are shown to be completed: what they ask for isn't said once more. */
  readonly gaps: Gaps;
  /** The registrant's zone, in which days are counted. */
  readonly zone: string;
  /** The clock is judged otherwise now than when the document was built. */
  readonly onClockChanged: () => void;
}

/** What stands against signing, what is only recorded with it, and what differs from the usual over the whole order. */
export function Problems({ prepared, gaps, zone, onClockChanged }: ProblemsProps) {
  const blocking = prepared.findings.filter(({ severity }) => severity === 'blocks');
  const open = blocking.filter((found) => saidByGap(found, gaps));
  const blocks = blocking.filter((found) => !saidByGap(found, gaps));
  const warns = prepared.findings.filter(({ severity }) => severity === 'warns');
  const overall = prepared.somSentences.filter(({ lineNumbers }) => lineNumbers.length === 0);
  return (
    <section className="problems" aria-labelledby="problems-title">
      <h2 id="problems-title" className="problems-title">
        {say('sign.problems')}
        <span className="problems-som">
          {say('sign.compared')} <LevelWord level={prepared.assessment.level} />
        </span>
      </h2>
      <p className="problems-status">
        {say('status.of-certificate')} <CertificateStatusWord status={prepared.status} zone={zone} />
      </p>
      <ClockLine built={prepared.clock} onChanged={onClockChanged} />
      {open.length > 0 && (
        <Notice tone="stop" title={say('sign.blocked')}>
          <p>{say('sign.gaps-open', { count: open.length })}</p>
        </Notice>
      )}
      {blocks.length > 0 && (
        <Notice tone="stop" title={say('sign.blocked')} role="alert">
          <FindingList findings={blocks} />
        </Notice>
      )}
      {warns.length > 0 && (
        <Notice tone="caution" title={say(blocking.length > 0 ? 'sign.also-recorded' : 'sign.recorded-with')}>
          <FindingList findings={warns} />
        </Notice>
      )}
      {overall.map(({ level, text }) => (
        <p key={text}>
          <LevelWord level={level} /> <VisibleText>{text}</VisibleText>
        </p>
      ))}
      {prepared.findings.length === 0 && (
        <Notice tone="good">
          <p>{say('sign.no-problems')}</p>
        </Notice>
      )}
    </section>
  );
}

function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="findings">
      {findings.map((found, index) => (
        <li key={index}>
          <VisibleText>{say.loose(found.code, found.params)}</VisibleText>{' '}
          {found.rule && <span className="rule-ref">{found.rule}</span>}
        </li>
      ))}
    </ul>
  );
}
