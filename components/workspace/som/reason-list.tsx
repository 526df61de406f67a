import { Link } from 'wouter';
import type { ReasonOnRecord } from '@/lib/desk';
import { say } from '@/lib/words';
import { formatDay } from '../../ui/format-day';
import { LevelWord } from '../../ui/level-word';
import { VisibleText } from '../../ui/visible-text';
import { orderWords } from './order-words';

/** What was said when an unusual order of this substance was signed. */
export function ReasonList({ reasons }: { readonly reasons: readonly ReasonOnRecord[] }) {
  return (
    <section className="monitor-part" aria-labelledby="reasons-given">
      <h2 id="reasons-given">{say('monitoring.reasons')}</h2>
      {reasons.length === 0 ? (
        <p className="quiet">{say('monitoring.reasons-none')}</p>
      ) : (
        <ul className="timeline">
          {reasons.map(({ orderId, number, kind, detail, level, whoName, date }) => (
            <li key={`${orderId} ${detail}`}>
              <VisibleText>
                {say('som-reason.given', { kind: say(`som-reason.${kind}`), detail })}
              </VisibleText>
              <span className="quiet small">
                <LevelWord level={level} /> ·{' '}
                <VisibleText>
                  {say('monitoring.reason-by', { name: whoName, date: formatDay(date) })}
                </VisibleText>{' '}
                · <Link href={`/orders/${encodeURIComponent(orderId)}`}>{orderWords(number)}</Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
