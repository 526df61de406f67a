import { useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DueItem } from '@/lib/reminders';
import { say } from '@/lib/words';
import { WatchList } from '../ui/watch-list';
import { useServices } from '../page/services';
import { Bars } from '../ui/bars';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
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
import { SnoozeForm } from './snooze-form';

/** What is due over all suppliers, most urgent first; below it what is only coming, and what somebody put off. */
export function TodayPage() {
  const { desk, send } = useServices();
  const [, navigate] = useLocation();
  const due = useLoaded(useCallback(() => desk.due(), [desk]));
  const opening = useAct();
  const [asked, setAsked] = useState<DueItem | null>(null);
  const view = due.phase === 'ready' ? due.value : null;
  const sorted = view?.items.toSorted(byUrgency) ?? [];
  const now = sorted.filter(({ key }) => view?.summary.due.includes(key));
  const later = sorted.filter((item) => !now.includes(item));

  const go = (target: DueTarget) =>
    target.to === 'workspace'
      ? navigate(target.path)
      : void opening.act(() => send('sign.open', { requestId: target.requestId }));
  const list = (items: readonly DueItem[], leads: boolean) =>
    view && (
      <ul className="today">
        {items.map((item, index) => (
          <DueRow key={item.key} item={item} today={view.today} primary={leads && index === 0} onGo={go}>
            {item.waitsUntil !== null && item.snoozedUntil === null && item.level !== 'quiet' && (
              <Button
                look="quiet"
                aria-label={say('snooze.open-for', {
                  about: item.orderNumber ?? item.supplierName ?? say('workspace.nav.today'),
                })}
                onClick={() => setAsked(item)}
              >
                {say('snooze.open')}
              </Button>
            )}
          </DueRow>
        ))}
      </ul>
    );

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
      {view && now.length === 0 && (
        <div className="empty">
          <p className="level">
            <Mark tone="good" />
            {say('ui.nothing-due')}
          </p>
          <p className="quiet">{say('ui.nothing-due-more')}</p>
        </div>
      )}
      {now.length > 0 && list(now, true)}
      {later.length > 0 && (
        <section>
          <h2>{say('snooze.section', { count: later.length })}</h2>
          {list(later, false)}
        </section>
      )}
      {view && view.watch.length > 0 && <WatchList watch={view.watch} />}
      {view && asked?.waitsUntil && (
        <Dialog open onClose={() => setAsked(null)} title={say('snooze.title')}>
          <SnoozeForm
            item={asked}
            latest={asked.waitsUntil}
            today={view.today}
            onDone={() => {
              setAsked(null);
              due.reload();
            }}
            onCancel={() => setAsked(null)}
          />
        </Dialog>
      )}
    </Page>
  );
}
