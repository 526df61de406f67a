import { CountersignError, limits } from '@/lib/base';
import Papa from 'papaparse';

export interface HistoryTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Comma, semicolon or tab: as the file has it. Throws `import/not-a-csv`. */
export function readRows(text: string): HistoryTable {
  if (text.length > limits.importMaxBytes) throw new CountersignError('import/not-a-csv');
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const [headers, ...rows] = data;
  if (!headers || headers.length < 2) throw new CountersignError('import/not-a-csv');
  return { headers: headers.map((header) => header.trim()), rows };
}
