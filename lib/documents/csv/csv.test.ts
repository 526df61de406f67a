import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { runs } from '@/tests/support/runs';
import { fromCsv } from './from-csv';
import { toCsv, type CsvColumn } from './to-csv';

type Row = readonly [string, string];
const columns: readonly CsvColumn<Row>[] = [
  { title: 'name', value: ([name]) => name },
  { title: '=note', value: ([, note]) => note },
];
/** Mostly characters that do harm at a cell's beginning or end. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n \u00a0\u200b\'",;ab1'), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
/** As a spreadsheet reads it: another reader than ours, and blanks at a cell's beginning don't count. */
const cellsOf = (csv: string) =>
  Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1).flat();

describe('CSV', () => {
  it('holds no cell that a spreadsheet would take for a formula', () => {
    fc.assert(
      fc.property(rows, (some) => {
        for (const text of cellsOf(toCsv(columns, some)))
          expect(text.replace(/^[\s\u200b]+/, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
        for (const text of cellsOf(toCsv(columns, some))) expect(text).not.toMatch(/^[\t\r\n]/);
      }),
      { numRuns: runs(500) },
    );
  });

  it('gives back what was put in', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (some, bom) => {
        expect(fromCsv(toCsv(columns, some, { bom }))).toEqual([['name', '=note'], ...some]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('is written in quotes and CR LF, with a byte order mark where it is wanted, numbers as they are', () => {
    const figures: readonly CsvColumn<number>[] = [
      { title: 'n', value: (n) => n },
      { title: 't', value: (n) => (n < 0 ? null : `=SUM(A${n})`) },
    ];
    expect(toCsv(figures, [-5, 7])).toBe(`"n","t"\r\n"-5",""\r\n"7","'=SUM(A7)"\r\n`);
    expect(toCsv(figures, [], { bom: true })).toBe('\ufeff"n","t"\r\n');
    expect(toCsv([{ title: 'q', value: () => 'say "no"; =1' }], [1])).toBe('"q"\r\n"say ""no""; =1"\r\n');
  });

  it('would hold formulas if they were not disarmed (control)', () => {
    expect(cellsOf(`"=1"\r\n`)).toEqual(['=1']);
    expect(Papa.unparse([['＝1', '\n=1']], { escapeFormulae: true })).toContain('＝1');
  });
});
