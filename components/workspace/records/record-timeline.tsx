import type { BesideView } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { formatMoment } from '../../ui/format-moment';
import { VisibleText } from '../../ui/visible-text';

interface RecordTimelineProps {
  readonly entries: BesideView['timeline'];
  /** The registrant's zone. */
  readonly zone: string;
  readonly onTakeBack: (receipt: string) => void;
}

/** Every event of a record, oldest first; a receipt that still counts can be taken back. */
export function RecordTimeline({ entries, zone, onTakeBack }: RecordTimelineProps) {
  return (
    <section aria-labelledby="record-timeline-title">
      <h2 id="record-timeline-title">{say('orders.timeline')}</h2>
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={entry.id}>
            <VisibleText>{entry.sentence}</VisibleText>
            <span className="quiet small">
              <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at, zone)}</time>
              {' · '}
              <VisibleText>{entry.who}</VisibleText>
            </span>
            {entry.mayBeTakenBack && (
              <Button look="quiet" onClick={() => onTakeBack(entry.id)}>
                {say('records.take-back')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
