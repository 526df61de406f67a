interface MonthBarsProps {
  /** Units a month, oldest first; the last is the running one. */
  readonly units: readonly number[];
  readonly label: string;
}

/** The shape of some months, small enough to stand beside a sentence. */
export function MonthBars({ units, label }: MonthBarsProps) {
  const most = Math.max(1, ...units);
  return (
    <svg className="month-bars" viewBox={`0 0 ${units.length * 5} 20`} role="img" aria-label={label}>
      {units.map((value, at) => {
        const height = Math.max(1, (20 * value) / most);
        return <rect key={at} x={at * 5} y={20 - height} width="4" height={height} />;
      })}
    </svg>
  );
}
