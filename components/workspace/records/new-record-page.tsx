import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { legalDay, type PlainDate } from '@/lib/base';
import type { BesideKind } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { useLoaded } from '../../ui/use-loaded';
import { ActForm } from '../act/act-form';
import { Page } from '../page';
import { emptyRecord, readRecord } from './read-record';
import { RecordFields } from './record-fields';

/** Enters a record beside electronic orders. */
export function NewRecordPage({ kind }: { readonly kind: BesideKind }) {
  const { desk, clock } = useServices();
  const today = useLoaded(
    useCallback(async () => legalDay(clock.now(), (await desk.registrant())?.zone ?? 'UTC'), [desk, clock]),
  );
  return (
    <Page title={say(`beside.kind.${kind}`)}>
      {today.phase === 'loading' && <Bars rows={6} />}
      {today.phase === 'failed' && <FaultNotice fault={today.fault} />}
      {today.phase === 'ready' && <NewRecord kind={kind} today={today.value} />}
    </Page>
  );
}

function NewRecord({ kind, today }: { readonly kind: BesideKind; readonly today: PlainDate }) {
  const { desk } = useServices();
  const [, navigate] = useLocation();
  const [text, setText] = useState(() => emptyRecord(today));
  const [asked, setAsked] = useState(false);
  const entered = useRef('/records');
  const record = readRecord(kind, text);
  const check = () => {
    setAsked(true);
    return record !== null;
  };
  return (
    <ActForm
      label={say('record.save')}
      check={check}
      onAct={async (by) => {
        if (record)
          entered.current = `/records/${encodeURIComponent(await desk.enterRecord({ ...by, record }))}`;
      }}
      onDone={() => navigate(entered.current)}
      onCancel={() => navigate('/records')}
    >
      <RecordFields
        kind={kind}
        value={text}
        today={today}
        dateFault={asked && record === null}
        onChange={setText}
      />
    </ActForm>
  );
}
