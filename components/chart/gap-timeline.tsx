import './chart.css';
import { scaleLinear } from 'd3-scale';
import type { PlainDate } from '@/lib/base';
import type { SubstancePicture } from '@/lib/som';
import { say } from '@/lib/words';
import { formatDay } from '../ui/format-day';
import { AsTable } from './as-table';
import { figure } from './figures';
import { TICKS, YAxis } from './y-axis';

interface GapTimelineProps {
  readonly picture: Pick<SubstancePicture, 'gaps' | 'usualGap'>;
}

const HEIGHT = 96;
const ABOVE = 10;
const BELOW = 20;
/** The ends of the line of time, in per cent, so that nothing is cut off at the edge. */
const FROM = 1;
const TO = 99;

const timeOf = (date: PlainDate) => Date.parse(`${date}T00:00Z`);

/** How long it was from one order to the next, by the day of the later one; the usual gap lies across it. */
export function GapTimeline({ picture: { gaps, usualGap } }: GapTimelineProps) {
  const [first] = gaps;
  const last = gaps.at(-1);
  return (
    <figure className="chart">
      <figcaption className="chart-title">{say('chart.gaps')}</figcaption>
      {!first || !last ? (
        <p className="quiet">{say('chart.gaps-none')}</p>
      ) : (
        <>
          {usualGap !== null && (
            <ul className="chart-key">
              <li>
                <svg width="16" height="12" aria-hidden="true">
                  <line className="chart-usual" x1="0" x2="16" y1="6" y2="6" />
                </svg>
                {say('chart.gaps-usual', { count: usualGap })}
              </li>
            </ul>
          )}
          <Stems gaps={gaps} usualGap={usualGap} from={first.date} to={last.date} />
          <AsTable caption={say('chart.gaps')}>
            <thead>
              <tr>
                <th scope="col">{say('chart.col.date')}</th>
                <th scope="col" className="num">
                  {say('chart.col.gap')}
                </th>
              </tr>
            </thead>
            <tbody>
              {gaps.map(({ date, days }) => (
                <tr key={date}>
                  <th scope="row">{formatDay(date)}</th>
                  <td className="num">{figure(days)}</td>
                </tr>
              ))}
            </tbody>
          </AsTable>
        </>
      )}
    </figure>
  );
}

interface StemsProps extends Pick<SubstancePicture, 'gaps' | 'usualGap'> {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

function Stems({ gaps, usualGap, from, to }: StemsProps) {
  const x = scaleLinear()
    .domain([timeOf(from), Math.max(timeOf(to), timeOf(from) + 1)])
    .range([FROM, TO]);
  const y = scaleLinear()
    .domain([0, Math.max(1, usualGap ?? 0, ...gaps.map(({ days }) => days))])
    .nice(TICKS / 2)
    .range([HEIGHT, ABOVE]);
  return (
    <div className="chart-plot">
      <YAxis y={y} height={HEIGHT + BELOW} ticks={TICKS / 2} />
      <svg width="100%" height={HEIGHT + BELOW} role="img" aria-label={say('chart.gaps-alt')}>
        {usualGap !== null && (
          <line className="chart-usual" x1="0" x2="100%" y1={y(usualGap)} y2={y(usualGap)} />
        )}
        {gaps.map(({ date, days }) => {
          const at = `${x(timeOf(date))}%`;
          return (
            <g key={date}>
              <line className="chart-stem" x1={at} x2={at} y1={HEIGHT} y2={y(days)} />
              <circle className="chart-dot" cx={at} cy={y(days)} r="3" />
            </g>
          );
        })}
        <line className="chart-foot" x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
        <text x="0" y={HEIGHT + 15}>
          {formatDay(from)}
        </text>
        <text x="100%" y={HEIGHT + 15} textAnchor="end">
          {formatDay(to)}
        </text>
      </svg>
    </div>
  );
}
