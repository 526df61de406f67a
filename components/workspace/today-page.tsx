import { useCallback } from 'react';
import { Link, useLocation } from 'wouter';
import { say } from '@/lib/words';
import { WatchList } from '../ui/watch-list';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import type { DueTarget } from '../ui/due-action';
import { byUrgency } from '../ui/due-order';
import { DueRow } from '../ui/due-row';
import { FaultNotice } from '../ui/fault-notice';
import { formatDay } from '../ui/format-day';
import { Mark } from '../ui/mark';
import { Notice } from '../ui/notice';
import { useAct } from '../ui/use-act';
import { useLoaded } from '../ui/use-loaded';
import { Page } from './page';

/** What is due over all suppliers, most urgent first. */
export function TodayPage() {
  const { desk, send } = useServices();
  const [, navigate] = useLocation();
  const due = useLoaded(useCallback(() => desk.due(), [desk]));
  const opening = useAct();
  const view = due.phase === 'ready' ? due.value : null;

  const go = (target: DueTarget) =>
    target.to === 'workspace'
      ? navigate(target.path)
      : void opening.act(() => send('sign.open', { requestId: target.requestId }));

  return (
    <Page title={say('workspace.nav.today')} lead={view && formatDay(view.today)}>
      {due.phase === 'loading' && <Bars rows={5} height={56} />}
      {due.phase === 'failed' && <FaultNotice fault={due.fault} />}
      {opening.fault && <FaultNotice fault={opening.fault} />}
      {view && view.setupMissing.length > 0 && (
        <Notice tone="caution" title={say('popup.setup', { count: view.setupMissing.length })}>
          <Link href="/setup">{say('popup.finish-setup')}</Link>
        </Notice>
      )}
      {view && view.items.length === 0 && (
        <div className="empty">
          <p className="level">
            <Mark tone="good" />
            {say('ui.nothing-due')}
          </p>
          <p className="quiet">{say('ui.nothing-due-more')}</p>
        </div>
      )}
      {view && view.items.length > 0 && (
        <ul className="today">
          {view.items.toSorted(byUrgency).map((item, index) => (
            <DueRow
              key={`${item.kind} ${item.orderId} ${item.sentence}`}
              item={item}
              today={view.today}
              primary={index === 0}
              onGo={go}
            />
          ))}
        </ul>
      )}
      {view && view.watch.length > 0 && <WatchList watch={view.watch} />}
    </Page>
  );
}
