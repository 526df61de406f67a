import { useCallback } from 'react';
import { Link } from 'wouter';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { FaultNotice } from '../../ui/fault-notice';
import { formatMoment } from '../../ui/format-moment';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';

/** Orders that left on a supplier's page although the press was held; nothing where there are none. */
export function SubmittedAnyway() {
  const { desk } = useServices();
  const found = useLoaded(
    useCallback(async () => {
      const [submissions, registrant] = await Promise.all([desk.submissions(), desk.registrant()]);
      return { submissions, zone: registrant?.zone ?? 'UTC' };
    }, [desk]),
  );
  if (found.phase === 'failed') return <FaultNotice fault={found.fault} />;
  if (found.phase === 'loading' || found.value.submissions.length === 0) return null;
  const { submissions, zone } = found.value;
  return (
    <section>
      <h2>{say('submission.title')}</h2>
      <p className="quiet prose">{say('submission.explain')}</p>
      <ul className="locations">
        {submissions.map((one, index) => (
          <li key={`${one.at} ${index}`}>
            <strong>
              <VisibleText>{one.reason}</VisibleText>
            </strong>
            <span>
              <VisibleText>{one.lines.join(' · ')}</VisibleText>
            </span>
            <span className="quiet">
              {one.causes.join(', ')}
              {' · '}
              <VisibleText>
                {say('submission.by', {
                  at: formatMoment(one.at, zone),
                  name: one.whoName ?? say('submission.unnamed'),
                  supplier: one.supplierName,
                })}
              </VisibleText>
            </span>
            {one.orderId !== null && (
              <Link href={`/orders/${encodeURIComponent(one.orderId)}`}>{say('submission.order')}</Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
