import { useCallback } from 'react';
import { Link } from 'wouter';
import type { SomOverview } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { useLoaded } from '../../ui/use-loaded';
import { RatioHeadlineLine } from './ratio-headline';
import { SomPage } from './som-page';
import { SubstanceTable } from './substance-table';

/** Every running substance: how its last order compares, and where the month is beside the pharmacy's own limit. */
export function OverviewPage() {
  const { desk } = useServices();
  const found = useLoaded(useCallback(() => desk.somOverview(), [desk]));
  return (
    <SomPage title={say('monitoring.title')} lead={say('monitoring.lead')}>
      {found.phase === 'loading' && <Bars rows={6} height={48} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && <Overview overview={found.value} />}
      <p className="quiet small prose">
        {say('monitoring.nature')} <span className="rule-ref">{say('monitoring.rule')}</span>
      </p>
    </SomPage>
  );
}

function Overview({ overview: { substances, today, unknownProducts } }: { readonly overview: SomOverview }) {
  const { count, lines, more } = unknownProducts;
  return (
    <>
      {count > 0 && (
        <Notice tone="unchecked">
          <p>{say(more ? 'monitoring.not-counted-more' : 'monitoring.not-counted', { count, lines })}</p>
          <p>
            <Link href="/monitoring/products">{say('monitoring.not-counted-go')}</Link>
          </p>
        </Notice>
      )}
      {substances.length === 0 ? (
        <div className="empty">
          <p>{say('monitoring.empty')}</p>
          <p className="quiet">{say('monitoring.empty-more')}</p>
          <p>
            <Link href="/setup/history">{say('monitoring.bring-history')}</Link>
          </p>
        </div>
      ) : (
        <>
          <SubstanceTable substances={substances} today={today} />
          <RatioHeadlineLine />
        </>
      )}
    </>
  );
}
