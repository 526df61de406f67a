/** The buyers that calibration, weights and thresholds were tuned on, and those that only measure: by the number in their name. */
export function halvesOf(names: Iterable<string>): {
  readonly tuning: Set<string>;
  readonly kept: Set<string>;
} {
  const halves = { tuning: new Set<string>(), kept: new Set<string>() };
  for (const name of names) {
    const number = Number(/\d+/.exec(name)?.[0] ?? 0);
    halves[number % 2 === 0 ? 'tuning' : 'kept'].add(name);
  }
  return halves;
}
