import { useCallback } from 'react';
import { Link } from 'wouter';
import { formatSchedule } from '@/lib/base';
import type { SomSubstanceView } from '@/lib/desk';
import { say } from '@/lib/words';
import { GapTimeline } from '../../chart/gap-timeline';
import { SubstanceChart } from '../../chart/substance-chart';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { useLoaded } from '../../ui/use-loaded';
import { CutList } from './cut-list';
import { IncreaseList } from './increase-list';
import { LastOrder } from './last-order';
import { named } from './named';
import { OwnLimit } from './own-limit';
import { ReasonList } from './reason-list';
import { SomPage } from './som-page';

/** One substance: its picture, how the last order compares, the pharmacy's own limit, and what is on record beside it. */
export function SubstancePage({ code }: { readonly code: string }) {
  const { desk } = useServices();
  const { reload, ...found } = useLoaded(useCallback(() => desk.somSubstance(code), [desk, code]));
  const view = found.phase === 'ready' ? found.value : null;
  return (
    <SomPage
      title={view ? named(view.name) : say('monitoring.title')}
      lead={view?.schedule && view.schedule !== 'none' ? formatSchedule(view.schedule) : undefined}
      actions={
        <Link className="button" href="/monitoring">
          {say('monitoring.back')}
        </Link>
      }
    >
      {found.phase === 'loading' && <Bars rows={8} height={48} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && !view && (
        <Notice tone="information">{say('monitoring.unknown-substance', { code })}</Notice>
      )}
      {view && <Substance view={view} onChanged={reload} />}
    </SomPage>
  );
}

interface SubstanceProps {
  readonly view: SomSubstanceView;
  readonly onChanged: () => void;
}

function Substance({ view, onChanged }: SubstanceProps) {
  const { name, picture, supplierNames } = view;
  return (
    <>
      <LastOrder view={view} />
      <section className="monitor-part">
        <SubstanceChart
          picture={picture}
          title={say('monitoring.month-picture', { substance: named(name) })}
          nameOf={(supplierId) => supplierNames[supplierId] ?? supplierId}
        />
        <GapTimeline picture={picture} />
      </section>
      <OwnLimit view={view} onChanged={onChanged} />
      <ReasonList reasons={view.reasons} />
      <CutList cuts={view.cuts} />
      <IncreaseList view={view} />
    </>
  );
}
