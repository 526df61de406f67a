import { Link } from 'wouter';
import type { SomSubstanceView } from '@/lib/desk';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';
import { formatDay } from '../../ui/format-day';
import { VisibleText } from '../../ui/visible-text';

/** Increases that were asked of suppliers, and the way to a new request. */
export function IncreaseList({ view: { code, increases } }: { readonly view: SomSubstanceView }) {
  return (
    <section className="monitor-part" aria-labelledby="increases">
      <h2 id="increases">{say('increase.section')}</h2>
      <p className="quiet prose">{say('increase.explain')}</p>
      {increases.length === 0 ? (
        <p className="quiet">{say('increase.none')}</p>
      ) : (
        <ul className="timeline">
          {increases.map(({ supplierId, supplierName, units, reason, date, whoName }) => (
            <li key={`${supplierId} ${date} ${units}`}>
              <VisibleText>
                {say('increase.asked', {
                  supplier: supplierName,
                  units: figure(units),
                  date: formatDay(date),
                  name: whoName,
                })}
              </VisibleText>
              <span className="quiet small">
                <VisibleText>
                  {say('som-reason.given', {
                    kind: say(`som-reason.${reason.kind}`),
                    detail: reason.detail,
                  })}
                </VisibleText>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <Link className="button" href={`/monitoring/${encodeURIComponent(code)}/increase`}>
          {say('increase.open')}
        </Link>
      </div>
    </section>
  );
}
