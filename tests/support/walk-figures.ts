/** Places in a view where a number isn't finite, or a sentence tells of one; empty is the usual case. */
export function oddFigures(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${at}: ${value}`];
  if (typeof value === 'string')
    return /\b(NaN|Infinity|undefined|null)\b|\{\w+\}/.test(value) ? [`${at}: ${value}`] : [];
  if (value instanceof Map) return oddFigures([...(value as Map<unknown, unknown>)], at);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => oddFigures(one, `${at}.${key}`));
}
