import { CountersignError } from '@/lib/base';
import type { ParseError } from 'papaparse';

/**
 * A quotation mark without its counterpart swallows the rows after it: none of the file can be taken for what it says. `row`:
 * from 1, that of titles included, where the file is read row by row. Throws `import/quotes-broken`, which tells no cell.
 */
export function refuseBrokenQuotes(errors: readonly ParseError[], row?: number): void {
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new CountersignError('import/quotes-broken', { row: row ?? (broken.row ?? 0) + 1 });
}
