import './records.css';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { besideKinds, type BesideKind, type BesideState } from '@/lib/order';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { formatDay } from '../../ui/format-day';
import { SelectField } from '../../ui/select-field';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { Page } from '../page';
import { openWords } from './open-words';

const PAGE = 50;
const ALL = 'all';

/** What came and went beside electronic orders, newest first. */
export function RecordsPage() {
  const { desk } = useServices();
  const [kind, setKind] = useState<BesideKind | typeof ALL>(ALL);
  const [limit, setLimit] = useState(PAGE);
  const records = useLoaded(
    useCallback(() => desk.besideRecords(kind === ALL ? { limit } : { limit, kind }), [desk, kind, limit]),
  );
  return (
    <Page title={say('workspace.nav.records')} lead={say('records.explain')}>
      <div className="records-choice">
        <SelectField
          label={say('records.kind')}
          value={kind}
          options={[
            { value: ALL, label: say('records.kind.all') },
            ...besideKinds.map((value) => ({ value, label: say(`beside.kind.${value}`) })),
          ]}
          onChange={setKind}
        />
        <nav aria-labelledby="records-enter">
          <p id="records-enter" className="field-label">
            {say('records.enter')}
          </p>
          <ul className="records-enter">
            {besideKinds.map((each) => (
              <li key={each}>
                <Link className="button button-plain" href={`/records/new/${each}`}>
                  {say(`beside.kind.${each}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {records.phase === 'loading' && <Bars rows={6} />}
      {records.phase === 'failed' && <FaultNotice fault={records.fault} />}
      {records.phase === 'ready' && records.value.length === 0 && (
        <div className="empty">
          <p>{say(kind === ALL ? 'records.empty' : 'records.none-of-kind')}</p>
          {kind === ALL && <p className="quiet">{say('records.empty-more')}</p>}
        </div>
      )}
      {records.phase === 'ready' && records.value.length > 0 && <RecordTable records={records.value} />}
      {records.phase === 'ready' && records.value.length === limit && (
        <Button onClick={() => setLimit(limit + PAGE)}>{say('records.older')}</Button>
      )}
    </Page>
  );
}

function RecordTable({ records }: { readonly records: readonly BesideState[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say('records.kind')}</th>
          <th scope="col">{say('records.col.date')}</th>
          <th scope="col">{say('records.col.other')}</th>
          <th scope="col">{say('records.col.reference')}</th>
          <th scope="col" className="num">
            {say('record.line.packages')}
          </th>
          <th scope="col">{say('records.col.open')}</th>
        </tr>
      </thead>
      <tbody>
        {records.map((state) => (
          <tr key={state.id}>
            <th scope="row">
              <Link href={`/records/${encodeURIComponent(state.id)}`}>
                {say(`beside.kind.${state.record.kind}`)}
              </Link>
            </th>
            <td className="nowrap">{formatDay(state.record.date)}</td>
            <td>
              <VisibleText>{state.record.other?.name ?? '–'}</VisibleText>
            </td>
            <td>
              <VisibleText>{state.record.reference ?? '–'}</VisibleText>
            </td>
            <td className="num">{state.lines.reduce((sum, { line }) => sum + line.packages, 0)}</td>
            <td>
              {state.withdrawn !== null
                ? say('records.withdrawn')
                : openWords(state).join(' · ') || <span className="quiet">{say('records.open.none')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
