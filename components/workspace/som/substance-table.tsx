import { Link } from 'wouter';
import { formatSchedule, type PlainDate } from '@/lib/base';
import type { SomSubstanceRow } from '@/lib/desk';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';
import { formatDay } from '../../ui/format-day';
import { LevelWord } from '../../ui/level-word';
import { MonthBars } from '../../ui/month-bars';
import { VisibleText } from '../../ui/visible-text';
import { historyWords } from './history-words';
import { LimitBar } from './limit-bar';
import { named } from './named';

interface SubstanceTableProps {
  readonly substances: readonly SomSubstanceRow[];
  readonly today: PlainDate;
}

/** Substances side by side, the most severe first. */
export function SubstanceTable({ substances, today }: SubstanceTableProps) {
  return (
    <table className="table monitor-table">
      <caption className="visually-hidden">{say('monitoring.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('monitoring.col.substance')}</th>
          <th scope="col">{say('monitoring.col.last')}</th>
          <th scope="col">{say('monitoring.col.trend')}</th>
          <th scope="col" className="num">
            {say('monitoring.col.month')}
          </th>
          <th scope="col">{say('monitoring.col.limit')}</th>
        </tr>
      </thead>
      <tbody>
        {substances.map((row) => (
          <SubstanceRow key={row.code} row={row} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function SubstanceRow({ row, today }: { readonly row: SomSubstanceRow; readonly today: PlainDate }) {
  const { code, name, schedule, last, months, monthUnits, limit, history, confidence } = row;
  return (
    <tr>
      <th scope="row">
        <span className="monitor-name">
          <Link href={`/monitoring/${encodeURIComponent(code)}`}>{named(name)}</Link>
          <span className="quiet small">
            {schedule !== null && schedule !== 'none' && `${formatSchedule(schedule)} · `}
            {historyWords(history)}
          </span>
          {confidence !== 'usual' && (
            <span className="quiet small">{say(`monitoring.confidence.${confidence}`)}</span>
          )}
        </span>
      </th>
      <td>
        <span className="monitor-last">
          <span>
            <LevelWord level={last.level} />{' '}
            <span className="quiet small">
              {say('monitoring.last-on', { date: formatDay(last.date, today) })}
            </span>
          </span>
          <VisibleText>{last.sentence}</VisibleText>
        </span>
      </td>
      <td data-label={say('monitoring.col.trend')}>
        <MonthBars
          units={months}
          label={say('monitoring.trend-of', { substance: name, units: months.map(figure).join(', ') })}
        />
      </td>
      <td className="num" data-label={say('monitoring.col.month')}>
        {figure(monthUnits)}
      </td>
      <td data-label={say('monitoring.col.limit')}>
        {limit === null ? (
          <span className="quiet nowrap">{say('monitoring.no-limit')}</span>
        ) : (
          <LimitBar standing={limit} short />
        )}
      </td>
    </tr>
  );
}
