import { scaleBand, scaleLinear } from 'd3-scale';
import type { SubstancePicture } from '@/lib/som';
import { say } from '@/lib/words';
import { axisFigure } from './figures';
import type { Layer } from './layers';
import { monthWords } from './month-words';
import { fillOf, Patterns } from './patterns';
import { topOf } from './top-of';
import { TICKS, YAxis } from './y-axis';

interface StackedMonthsProps {
  readonly picture: SubstancePicture;
  readonly layers: readonly Layer[];
  readonly id: string;
  readonly compact: boolean;
}

/** Room above the bars for their figures, and below them for months and years, in pixels. */
const ABOVE = 18;
const BELOW = 34;

/**
 * The bars themselves. Across they are laid out in per cent and down in pixels, so that the same picture fits any width,
 * on paper too, and its text keeps its size.
 */
export function StackedMonths({ picture, layers, id, compact }: StackedMonthsProps) {
  const { months, limit, candidate } = picture;
  const height = compact ? 120 : 220;
  const x = scaleBand<string>()
    .domain(months.map(({ month }) => month))
    .range([0, 100])
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const y = scaleLinear()
    .domain([0, topOf(picture)])
    .nice(TICKS)
    .range([height, ABOVE]);
  const [, most = 0] = y.domain();
  const highest = Math.max(...months.map(({ total }) => total));
  const across = (percent: number) => `${percent}%`;
  return (
    <div className="chart-plot">
      <YAxis y={y} height={height + BELOW} />
      <svg
        className="chart-bars"
        width="100%"
        height={height + BELOW}
        role="img"
        aria-label={say('chart.months-alt', { count: months.length })}
      >
        <Patterns id={id} />
        {y.ticks(TICKS).map((tick) => (
          <line key={tick} className="chart-grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
        ))}
        {months.map(({ month, expected }) => {
          if (!expected) return null;
          const gap = (x.step() - x.bandwidth()) / 2;
          const [left, width] = [across((x(month) ?? 0) - gap), across(x.step())];
          const [high, low] = [y(expected.high), y(expected.low)];
          return (
            <g key={month} className="chart-band">
              <rect x={left} width={width} y={high} height={Math.max(2, low - high)} />
              <line x1={left} x2={across((x(month) ?? 0) - gap + x.step())} y1={high} y2={high} />
              <line x1={left} x2={across((x(month) ?? 0) - gap + x.step())} y1={low} y2={low} />
            </g>
          );
        })}
        {months.map((month, at) => {
          const left = x(month.month) ?? 0;
          const middle = left + x.bandwidth() / 2;
          const words = monthWords(month.month);
          const isLast = at === months.length - 1;
          const stacked = stack(layers.map((layer) => layer.unitsIn(month)));
          const asked = isLast && candidate ? candidate.units : 0;
          const top = (stacked.at(-1)?.to ?? 0) + asked;
          return (
            <g key={month.month}>
              {layers.map(({ key, look }, part) => {
                const { from, to } = stacked[part] as Part;
                return (
                  to > from && (
                    <rect
                      key={key}
                      {...fillOf(id, look)}
                      x={across(left)}
                      width={across(x.bandwidth())}
                      y={y(to)}
                      height={y(from) - y(to)}
                    />
                  )
                );
              })}
              {asked > 0 && (
                <rect
                  className="chart-candidate"
                  fill={`url(#${id}-candidate)`}
                  x={across(left)}
                  width={across(x.bandwidth())}
                  y={y(top)}
                  height={Math.max(2, y(top - asked) - y(top))}
                />
              )}
              <text
                className={isLast ? 'chart-now chart-roomy' : 'chart-roomy'}
                x={across(middle)}
                y={height + 15}
                textAnchor="middle"
              >
                {words.short}
              </text>
              <text className="chart-narrow" x={across(middle)} y={height + 15} textAnchor="middle">
                {words.letter}
              </text>
              {(at === 0 || month.month.endsWith('-01')) && (
                <text x={across(left)} y={height + 30}>
                  {words.year}
                </text>
              )}
            </g>
          );
        })}
        {limit !== null && limit <= most && (
          <line className="chart-limit" x1="0" x2="100%" y1={y(limit)} y2={y(limit)} />
        )}
        {months.map(({ month, total, suppliers }, at) => {
          const isLast = at === months.length - 1;
          const asked = isLast && candidate ? candidate.units : 0;
          const top = suppliers.reduce((sum, { units }) => sum + Math.max(0, units), asked);
          const matters = isLast ? 'chart-value chart-end' : 'chart-value';
          return (
            top > 0 && (
              <text
                key={month}
                className={isLast || total === highest ? matters : 'chart-value chart-roomy'}
                x={across((x(month) ?? 0) + x.bandwidth() / 2)}
                y={y(top) - 5}
                textAnchor="middle"
              >
                {axisFigure(total + asked)}
              </text>
            )
          );
        })}
        <line className="chart-foot" x1="0" x2="100%" y1={height} y2={height} />
      </svg>
    </div>
  );
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** One above the other; a month that brought back more than it ordered has no height. */
function stack(units: readonly number[]): readonly Part[] {
  const parts: Part[] = [];
  for (const each of units) {
    const from = parts.at(-1)?.to ?? 0;
    parts.push({ from, to: from + Math.max(0, each) });
  }
  return parts;
}
