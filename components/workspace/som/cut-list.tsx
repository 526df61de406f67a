import { Link } from 'wouter';
import type { CutView } from '@/lib/desk';
import { say } from '@/lib/words';
import { VisibleText } from '../../ui/visible-text';
import { orderWords } from './order-words';

/** What suppliers shipped less of: facts, from which nothing is worked out (som.md 6). */
export function CutList({ cuts }: { readonly cuts: readonly CutView[] }) {
  return (
    <section className="monitor-part" aria-labelledby="cuts">
      <h2 id="cuts">{say('monitoring.cuts')}</h2>
      {cuts.length === 0 ? (
        <p className="quiet">{say('monitoring.cuts-none')}</p>
      ) : (
        <ul className="timeline">
          {cuts.map(({ orderId, number, sentence }) => (
            <li key={`${orderId} ${sentence}`}>
              <VisibleText>{sentence}</VisibleText>
              <span className="small">
                <Link href={`/orders/${encodeURIComponent(orderId)}`}>{orderWords(number)}</Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
