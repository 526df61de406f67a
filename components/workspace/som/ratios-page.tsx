import { useCallback } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { useLoaded } from '../../ui/use-loaded';
import { DispensingSection } from './dispensing-section';
import { RatioTables } from './ratio-tables';
import { SomPage } from './som-page';

/** Families that are diverted most, beside everything else: this pharmacy's own trend, and what is missing for it. */
export function RatiosPage() {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(useCallback(() => desk.somRatios(), [desk]));
  return (
    <SomPage title={say('ratios.title')} lead={say('ratios.lead')}>
      {found.phase === 'loading' && <Bars rows={8} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && <RatioTables view={found.value} />}
      <DispensingSection onChanged={reload} />
    </SomPage>
  );
}
