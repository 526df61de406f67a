import Papa from 'papaparse';
import { CountersignError } from '@/lib/base';

/** The cells of what `toCsv` wrote, titles first, without the apostrophes that it put before formulas. */
export function fromCsv(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), {
    delimiter: ',',
    newline: '\r\n',
  });
  if (errors[0]) throw new CountersignError('import/not-a-csv', { detail: errors[0].message });
  return data.slice(0, -1).map((row) => row.map((cell) => cell.replace(/^'/, '')));
}
