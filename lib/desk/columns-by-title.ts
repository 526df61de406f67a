/** Without case, blanks and marks. */
const plain = (title: string) => title.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Which column of a file holds each field, counted from 0, by names that fields are known under, the surest first; each column is taken once. */
export function columnsByTitle<F extends string>(
  fields: readonly F[],
  names: Readonly<Record<F, readonly string[]>>,
  titles: readonly string[],
): Readonly<Record<F, number | null>> {
  const plainTitles = titles.map(plain);
  const taken = new Set<number>();
  const columnOf = (field: F): number | null => {
    for (const name of names[field]) {
      const at = plainTitles.findIndex((title, index) => title === name && !taken.has(index));
      if (at < 0) continue;
      taken.add(at);
      return at;
    }
    return null;
  };
  return Object.fromEntries(fields.map((field) => [field, columnOf(field)])) as Record<F, number | null>;
}
