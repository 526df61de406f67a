import { useCallback } from 'react';
import { Link } from 'wouter';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { FaultNotice } from '../../ui/fault-notice';
import { Mark } from '../../ui/mark';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';

/** The families beside everything else in one sentence. Read by itself: it takes longer than the table above it. */
export function RatioHeadlineLine() {
  const { desk } = useServices();
  const found = useLoaded(useCallback(() => desk.ratioHeadline(), [desk]));
  return (
    <section className="monitor-part" aria-labelledby="ratio-headline">
      <h2 id="ratio-headline">{say('ratios.title')}</h2>
      {found.phase === 'loading' && <p className="quiet">{say('ui.loading')}</p>}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <p>
          {!found.value.checked && (
            <>
              <Mark tone="unchecked" />{' '}
            </>
          )}
          <VisibleText>{found.value.sentence}</VisibleText>
        </p>
      )}
      <p>
        <Link href="/monitoring/ratios">{say('monitoring.ratio-go')}</Link>
      </p>
    </section>
  );
}
