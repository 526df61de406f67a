import type { OrderView } from '@/lib/desk';
import { say } from '@/lib/words';
import { formatMoment } from '../../ui/format-moment';
import { VisibleText } from '../../ui/visible-text';

interface TimelineProps {
  readonly entries: OrderView['timeline'];
  /** The registrant's zone. */
  readonly zone: string;
}

/** Every recorded event of an order, oldest first. Nothing in it can be changed, only added to. */
export function Timeline({ entries, zone }: TimelineProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{say('orders.timeline')}</h2>
      <ol className="timeline">
        {entries.map((entry, index) => (
          <li key={index}>
            <VisibleText>{entry.sentence}</VisibleText>
            <span className="quiet small">
              <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at, zone)}</time>
              {' · '}
              <VisibleText>{entry.who}</VisibleText>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
