import { useCallback, useState } from 'react';
import { formatSchedule, legalDay } from '@/lib/base';
import { comesIn, type BesideState } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { OtherPlace } from '../other-place';
import { Page } from '../page';
import { openWords } from './open-words';
import { RecordAct, type RecordActKind } from './record-act';
import { RecordTimeline } from './record-timeline';

/** One record beside electronic orders: what it says, what happened, what it still asks for. */
export function RecordPage({ recordId }: { readonly recordId: string }) {
  const { desk, clock } = useServices();
  const [act, setAct] = useState<RecordActKind | null>(null);
  const [entry, setEntry] = useState<string | null>(null);
  const found = useLoaded(
    useCallback(async () => {
      const view = await desk.besideRecord(recordId);
      return view && { ...view, today: legalDay(clock.now(), view.place.zone) };
    }, [desk, clock, recordId]),
  );
  if (found.phase === 'loading')
    return (
      <Page title={say('records.one')}>
        <Bars rows={6} />
      </Page>
    );
  if (found.phase === 'failed' || !found.value)
    return (
      <Page title={say('records.one')}>
        <FaultNotice
          fault={found.phase === 'failed' ? found.fault : { code: 'record/unknown', params: {} }}
        />
      </Page>
    );
  const { state, timeline, place, today } = found.value;
  const { record } = state;
  const close = () => {
    setAct(null);
    setEntry(null);
  };
  return (
    <Page
      title={say(`beside.kind.${record.kind}`)}
      lead={<Lead state={state} />}
      actions={state.withdrawn === null && <Acts state={state} onAct={setAct} />}
    >
      <OtherPlace place={place} />
      {state.withdrawn !== null && (
        <Notice tone="caution" title={say('records.withdrawn')}>
          <VisibleText>{state.withdrawn}</VisibleText>
        </Notice>
      )}
      {state.flags.length > 0 && (
        <Notice tone="caution" title={say('records.flags')}>
          <ul>
            {state.flags.map((flag) => (
              <li key={flag}>{say(`beside.flag.${flag}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <RecordLines state={state} />
      {record.note !== null && (
        <p>
          <span className="quiet">{say('record.note')}: </span>
          <VisibleText>{record.note}</VisibleText>
        </p>
      )}
      <RecordTimeline
        entries={timeline}
        zone={place.zone}
        onTakeBack={(id) => {
          setEntry(id);
          setAct('take-back');
        }}
      />
      {act && (
        <RecordAct
          kind={act}
          state={state}
          entry={entry}
          today={today}
          onDone={() => {
            close();
            found.reload();
          }}
          onCancel={close}
        />
      )}
    </Page>
  );
}

function Lead({ state }: { readonly state: BesideState }) {
  const { record } = state;
  const open = openWords(state);
  return (
    <>
      {formatDay(record.date)}
      {record.kind !== 'loss' && (
        <>
          {' · '}
          <VisibleText>{record.other?.name ?? say('records.no-other')}</VisibleText>
        </>
      )}
      {record.reference !== null && (
        <>
          {' · '}
          <VisibleText>{record.reference}</VisibleText>
        </>
      )}
      {open.length > 0 && <strong>{` · ${open.join(' · ')}`}</strong>}
    </>
  );
}

function Acts({
  state,
  onAct,
}: {
  readonly state: BesideState;
  readonly onAct: (act: RecordActKind) => void;
}) {
  const { record, receiptOpen, notifiedOn, form106On } = state;
  const isLoss = record.kind === 'loss';
  return (
    <>
      {comesIn(record.kind) && (
        <Button look={receiptOpen ? 'primary' : 'plain'} onClick={() => onAct('receive')}>
          {say('records.receive')}
        </Button>
      )}
      {isLoss && (
        <Button look={notifiedOn === null ? 'primary' : 'plain'} onClick={() => onAct('notice')}>
          {say('records.notice')}
        </Button>
      )}
      {isLoss && (
        <Button
          look={notifiedOn !== null && form106On === null ? 'primary' : 'plain'}
          onClick={() => onAct('form-106')}
        >
          {say('records.form-106')}
        </Button>
      )}
      <Button onClick={() => onAct('correct')}>{say('records.correct')}</Button>
      <Button onClick={() => onAct('withdraw')}>{say('records.withdraw')}</Button>
    </>
  );
}

function RecordLines({ state }: { readonly state: BesideState }) {
  const isIn = comesIn(state.record.kind);
  return (
    <table className="table">
      <caption className="visually-hidden">{say('record.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('record.line.name')}</th>
          <th scope="col">{say('record.line.schedule')}</th>
          <th scope="col" className="num">
            {say('record.line.size')}
          </th>
          <th scope="col" className="num">
            {say('record.line.packages')}
          </th>
          <th scope="col" className="num">
            {say('records.col.units')}
          </th>
          {isIn && (
            <th scope="col" className="num">
              {say('orders.col.received')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {state.lines.map(({ line, received }) => (
          <tr key={line.lineNumber}>
            <th scope="row">
              <VisibleText>{line.name || (line.ndc11 ?? '')}</VisibleText>
            </th>
            <td>
              {line.schedule === null
                ? say('schedule.unknown')
                : line.schedule === 'none'
                  ? say('schedule.none')
                  : formatSchedule(line.schedule)}
            </td>
            <td className="num">{line.packageSize ?? '–'}</td>
            <td className="num">{line.packages}</td>
            <td className="num">{line.looseUnits === 0 ? '–' : line.looseUnits}</td>
            {isIn && (
              <td className="num">
                <strong>{received}</strong>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
