import type { LimitStanding } from '@/lib/som';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';

interface LimitBarProps {
  readonly standing: LimitStanding;
  /** In a table, where the sentence would be too long. */
  readonly short?: boolean;
}

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });
/** Marks in the bar, in per cent of the limit; its end is the limit itself. */
const MARKS = [75, 90];

/** How far the running month is beside the pharmacy's own limit, in a bar and in words. */
export function LimitBar({ standing, short = false }: LimitBarProps) {
  const { limit, units, share, step, projected } = standing;
  const across = (of: number) => `${Math.max(0, Math.min(100, of))}%`;
  const words = short
    ? say('monitoring.limit-share', { share: percent.format(share), limit: figure(limit) })
    : say('monitoring.limit-so-far', {
        units: figure(units),
        limit: figure(limit),
        share: percent.format(share),
      });
  return (
    <div className="limit-bar">
      <svg aria-hidden="true">
        <rect className="limit-ground" x="0" y="1" width="100%" height="12" />
        <rect className={`limit-fill is-${step}`} x="0" y="1" width={across(share * 100)} height="12" />
        {MARKS.map((mark) => (
          <line key={mark} className="limit-tick" x1={across(mark)} x2={across(mark)} y1="8" y2="13" />
        ))}
        {projected && (
          <line
            className="limit-projected"
            x1={across((100 * projected.units) / limit)}
            x2={across((100 * projected.units) / limit)}
            y1="0"
            y2="14"
          />
        )}
      </svg>
      <span className="small figures">
        {words} · {say(`monitoring.limit-step.${step}`)}
      </span>
    </div>
  );
}
