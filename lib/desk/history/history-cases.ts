import { limits } from '@/lib/base';
import { guessColumns } from './columns';
import type { DeskPorts } from '../ports';
import { historyImports } from './history-imports';
import { historyOverlap } from './history-overlap';
import { importHistory } from './import-history';
import { missingFields, readRow } from './read-table';
import { readRows } from './read-rows';
import type { HistoryCases } from './views';
import { withdrawHistory } from './withdraw-history';

/**
 * Orders placed before Countersign was there, from a CSV. What can't be read is reported row by row and not taken; the same
 * text is taken once; what was taken wrongly can be withdrawn as a whole.
 */
export function historyCases(ports: DeskPorts): HistoryCases {
  return {
    previewHistory(text, given) {
      const { headers, rows } = readRows(text);
      const mapping = given ?? { columns: guessColumns(headers) };
      const first = rows
        .slice(0, limits.importPreviewRows)
        .map((cells, index) => readRow(cells, index, mapping));
      return { headers, rows: rows.length, mapping, missing: missingFields(mapping), first };
    },

    historyOverlap: (text, mapping) => historyOverlap(ports, text, mapping),
    importHistory: importHistory(ports),
    historyImports: () => historyImports(ports),
    withdrawHistory: withdrawHistory(ports),
  };
}
