interface MonthBarsProps {
  /** Units a month, oldest first; the last is the running one. */
  readonly units: readonly number[];
  readonly label: string;
}

/** The shape of some months, small enough to stand beside a sentence: one path, and one for the running month. */
export function MonthBars({ units, label }: MonthBarsProps) {
  const most = Math.max(1, ...units);
  const bars = units.map(
    (value, at) => `M${at * 5} 20v-${Math.max(1, Math.round((20 * value) / most))}h4V20z`,
  );
  return (
    <svg className="month-bars" viewBox={`0 0 ${units.length * 5} 20`} role="img" aria-label={label}>
      <path d={bars.slice(0, -1).join('')} />
      <path d={bars.at(-1)} />
    </svg>
  );
}
