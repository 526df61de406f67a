import { CountersignError, limits } from '@/lib/base';
import Papa from 'papaparse';
import { refuseBrokenQuotes } from '../refuse-broken-quotes';

export interface HistoryTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Comma, semicolon or tab: as the file has it. Throws `import/not-a-csv`, `import/quotes-broken`. */
export function readRows(text: string): HistoryTable {
  if (text.length > limits.importMaxBytes) throw new CountersignError('import/not-a-csv');
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  refuseBrokenQuotes(errors);
  const [headers, ...rows] = data;
  if (!headers || headers.length < 2) throw new CountersignError('import/not-a-csv');
  return { headers: headers.map((header) => header.trim()), rows };
}
