import type { OrderView, TimelineEntry } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { formatMoment } from '../../ui/format-moment';
import { VisibleLines } from '../../ui/visible-lines';
import { VisibleText } from '../../ui/visible-text';

interface TimelineProps {
  readonly entries: OrderView['timeline'];
  /** The registrant's zone. */
  readonly zone: string;
  readonly onCorrect: (entry: TimelineEntry) => void;
}

/** Every recorded event of an order, oldest first. Nothing in it can be changed, only added to; what was corrected stays. */
export function Timeline({ entries, zone, onCorrect }: TimelineProps) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{say('orders.timeline')}</h2>
      <ol className="timeline">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} zone={zone} onCorrect={onCorrect} />
        ))}
      </ol>
    </section>
  );
}

interface EntryProps extends Omit<TimelineProps, 'entries'> {
  readonly entry: TimelineEntry;
}

function Entry({ entry, zone, onCorrect }: EntryProps) {
  const { sentence, details, counts, correction, correctable } = entry;
  return (
    <li>
      {counts ? (
        <VisibleText>{sentence}</VisibleText>
      ) : (
        <del>
          <VisibleText>{sentence}</VisibleText>
        </del>
      )}
      {!counts && <strong className="small">{say('timeline.superseded')}</strong>}
      {details.length > 0 && <Lines lines={details} />}
      {correction && (
        <dl className="timeline-correction">
          <dt>{say('timeline.was')}</dt>
          <dd>
            <del>
              <Lines lines={correction.was} />
            </del>
          </dd>
          <dt>{say('timeline.now')}</dt>
          <dd>{correction.now === null ? say('timeline.withdrawn') : <Lines lines={correction.now} />}</dd>
        </dl>
      )}
      <span className="timeline-said quiet small">
        <span>
          <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at, zone)}</time>
          {' · '}
          <VisibleText>{entry.who}</VisibleText>
        </span>
        {correctable && (
          <Button
            look="quiet"
            aria-label={say('timeline.correct-this', { sentence })}
            onClick={() => onCorrect(entry)}
          >
            {say('timeline.correct')}
          </Button>
        )}
      </span>
    </li>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="timeline-details small">
      {lines.map((line, index) => (
        <li key={index}>
          {line.includes('\n') ? <Letter text={line} /> : <VisibleText>{line}</VisibleText>}
        </li>
      ))}
    </ul>
  );
}

/** A statement is long: it opens where it was written down. */
function Letter({ text }: { readonly text: string }) {
  return (
    <details>
      <summary>{say('timeline.letter')}</summary>
      <div>
        <VisibleLines>{text}</VisibleLines>
      </div>
    </details>
  );
}
