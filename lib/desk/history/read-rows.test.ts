import { expect, it } from 'vitest';
import { readRows } from './read-rows';

it('a file with a quotation mark that has no counterpart is refused by its row, and no cell is told', () => {
  const torn =
    'date,product,packages\n2026-09-01,OXYCODONE,2\n2026-09-02,"LISINOPRIL,3\n2026-09-03,METFORMIN,4\n';
  expect(() => readRows(torn)).toThrow(
    expect.objectContaining({ code: 'import/quotes-broken', params: { row: 3 } }),
  );
  for (const fine of ['"LISINOPRIL ""N"""', '5" LISINOPRIL'])
    expect(readRows(torn.replace('"LISINOPRIL', fine)).rows).toHaveLength(3);
});
