import './chart.css';
import { scaleLinear, scalePoint } from 'd3-scale';
import { say } from '@/lib/words';
import { AsTable } from './as-table';
import { YAxis } from './y-axis';

export interface TrendPoint {
  /** As it stands on the axis and in the table; each only once. */
  readonly label: string;
  /** Null where it isn't known: the line has a gap there. */
  readonly value: number | null;
}

interface TrendLinesProps {
  readonly title: string;
  readonly points: readonly TrendPoint[];
  /** What the values are called, at the head of the table's column. */
  readonly unit: string;
  readonly format: (value: number) => string;
}

const HEIGHT = 120;
const TICKS = 3;
const ABOVE = 20;
const BELOW = 20;

/** A few figures in the order of time, with a line between neighbours that are both known. */
export function TrendLines({ title, points, unit, format }: TrendLinesProps) {
  const said = ({ value }: TrendPoint) => (value === null ? say('chart.unknown') : format(value));
  const x = scalePoint<string>()
    .domain(points.map(({ label }) => label))
    .range([0, 100])
    .padding(0.5);
  const y = scaleLinear()
    .domain([0, Math.max(...points.map(({ value }) => value ?? 0)) || 1])
    .nice(TICKS)
    .range([HEIGHT, ABOVE]);
  const across = ({ label }: TrendPoint) => `${x(label) ?? 0}%`;
  return (
    <figure className="chart">
      <figcaption className="chart-title">{title}</figcaption>
      <div className="chart-plot">
        <YAxis y={y} height={HEIGHT + BELOW} ticks={TICKS} format={format} />
        <svg
          width="100%"
          height={HEIGHT + BELOW}
          role="img"
          aria-label={say('chart.trend-alt', {
            title,
            points: points
              .map((point) => say('chart.trend-point', { label: point.label, value: said(point) }))
              .join('; '),
          })}
        >
          {y.ticks(TICKS).map((tick) => (
            <line key={tick} className="chart-grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
          ))}
          {points.slice(1).map((point, at) => {
            const before = points[at] as TrendPoint;
            return (
              before.value !== null &&
              point.value !== null && (
                <line
                  key={point.label}
                  className="chart-path"
                  x1={across(before)}
                  y1={y(before.value)}
                  x2={across(point)}
                  y2={y(point.value)}
                />
              )
            );
          })}
          {points.map((point, at) => (
            <g key={point.label}>
              {point.value !== null && (
                <>
                  <circle className="chart-dot" cx={across(point)} cy={y(point.value)} r="3.5" />
                  <text
                    className={at === points.length - 1 ? 'chart-value chart-end' : 'chart-value chart-roomy'}
                    x={across(point)}
                    y={y(point.value) - 8}
                    textAnchor="middle"
                  >
                    {format(point.value)}
                  </text>
                </>
              )}
              <text
                className={at === 0 ? 'chart-start' : at === points.length - 1 ? 'chart-end' : 'chart-roomy'}
                x={across(point)}
                y={HEIGHT + 15}
                textAnchor="middle"
              >
                {point.label}
              </text>
            </g>
          ))}
          <line className="chart-foot" x1="0" x2="100%" y1={HEIGHT} y2={HEIGHT} />
        </svg>
      </div>
      <AsTable caption={title}>
        <thead>
          <tr>
            <th scope="col">{say('chart.col.period')}</th>
            <th scope="col" className="num">
              {unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <th scope="row">{point.label}</th>
              <td className="num">{said(point)}</td>
            </tr>
          ))}
        </tbody>
      </AsTable>
    </figure>
  );
}
