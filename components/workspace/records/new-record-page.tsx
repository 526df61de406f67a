import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { legalDay } from '@/lib/base';
import type { LocationView } from '@/lib/desk';
import type { BesideKind } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { SelectField } from '../../ui/select-field';
import { useLoaded } from '../../ui/use-loaded';
import { ActForm } from '../act/act-form';
import { Page } from '../page';
import { emptyRecord, readRecord } from './read-record';
import { RecordFields } from './record-fields';

/** Enters a record beside electronic orders. */
export function NewRecordPage({ kind }: { readonly kind: BesideKind }) {
  const { desk, clock } = useServices();
  const found = useLoaded(
    useCallback(async () => ({ locations: await desk.registrants(), now: clock.now() }), [desk, clock]),
  );
  return (
    <Page title={say(`beside.kind.${kind}`)}>
      {found.phase === 'loading' && <Bars rows={6} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && <NewRecord kind={kind} {...found.value} />}
    </Page>
  );
}

interface NewRecordProps {
  readonly kind: BesideKind;
  readonly locations: readonly LocationView[];
  readonly now: number;
}

/** Whose record it is stands where there are several locations: the chosen one, unless somebody says another. */
function NewRecord({ kind, locations, now }: NewRecordProps) {
  const { desk } = useServices();
  const [, navigate] = useLocation();
  const [owner, setOwner] = useState(
    () => locations.find(({ isChosen }) => isChosen) ?? locations[0] ?? null,
  );
  const today = legalDay(now, owner?.zone ?? 'UTC');
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
          entered.current = `/records/${encodeURIComponent(await desk.enterRecord({ ...by, record, ...(owner && { registrant: owner.deaNumber }) }))}`;
      }}
      onDone={() => navigate(entered.current)}
      onCancel={() => navigate('/records')}
    >
      {locations.length > 1 && (
        <SelectField
          label={say('record.owner')}
          value={owner?.deaNumber ?? ''}
          options={locations.map(({ deaNumber, name }) => ({
            value: deaNumber,
            label: say('record.owner-of', { name, number: deaNumber }),
          }))}
          onChange={(chosen) => setOwner(locations.find(({ deaNumber }) => deaNumber === chosen) ?? owner)}
        />
      )}
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
