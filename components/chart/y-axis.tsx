import type { ScaleLinear } from 'd3-scale';
import { axisFigure, LONG } from './figures';

interface YAxisProps {
  readonly y: ScaleLinear<number, number>;
  readonly height: number;
  readonly ticks?: number;
  /** How figures are told that have room; longer ones are always short. */
  readonly format?: (value: number) => string;
}

export const TICKS = 4;

/** The figures beside a picture, right-aligned to it. */
export function YAxis({ y, height, ticks = TICKS, format = axisFigure }: YAxisProps) {
  return (
    <svg className="chart-axis" width="52" height={height} aria-hidden="true">
      {y.ticks(ticks).map((tick) => (
        <text key={tick} x="46" y={y(tick)} dy="0.35em" textAnchor="end">
          {tick < LONG ? format(tick) : axisFigure(tick)}
        </text>
      ))}
    </svg>
  );
}
