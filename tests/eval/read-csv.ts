import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { CountersignError } from '@/lib/base';

/**
 * Rows of a CSV file with a header, as text by column. Throws `import/not-a-csv` or `import/column-missing`, whose
 * sentences the eval command prints.
 */
export async function readCsv<Column extends string>(
  file: string,
  required: readonly Column[],
): Promise<readonly Readonly<Record<Column, string>>[]> {
  const { data, meta } = Papa.parse<Record<string, string | undefined>>(await readFile(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const missing = required.find((column) => !meta.fields?.includes(column));
  if (meta.fields === undefined) throw new CountersignError('import/not-a-csv');
  if (missing !== undefined) {
    throw new CountersignError('import/column-missing', { column: missing, expected: required.join(', ') });
  }
  return data.map(
    (row) =>
      Object.fromEntries(required.map((column) => [column, row[column] ?? ''])) as Record<Column, string>,
  );
}
