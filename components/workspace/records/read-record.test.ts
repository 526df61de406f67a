import { describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { emptyLine, emptyRecord, readRecord, textOfRecord } from './read-record';

const today = '2026-11-22' as PlainDate;
const oxycodone = {
  name: ' Oxycodone 10 mg ',
  ndc: '0406-8552-01',
  schedule: 'C-II',
  packageSize: '100',
  packages: '1,200',
  looseUnits: '',
};
const typed = { ...emptyRecord(today), otherName: 'Meridian', lines: [oxycodone, emptyLine] };

describe('readRecord', () => {
  it('reads what was typed and leaves empty lines out', () => {
    expect(readRecord('invoice', typed)).toEqual({
      kind: 'invoice',
      date: today,
      other: { name: 'Meridian', deaNumber: null },
      reference: null,
      lines: [
        {
          lineNumber: 1,
          name: 'Oxycodone 10 mg',
          ndc11: '00406855201',
          strength: null,
          schedule: '2',
          packageSize: 100,
          packages: 1200,
          looseUnits: 0,
        },
      ],
      note: null,
      files: [],
    });
  });

  it('comes back from a record as it was', () => {
    const record = readRecord('invoice', typed);
    if (!record) throw new Error('no record');
    expect(readRecord('invoice', textOfRecord(record))).toEqual(record);
  });

  it.each(['1e2', '010', '−1', '１２', '1.23456', 'ten', '1,20'])('takes %s for no number', (packages) => {
    const line = readRecord('invoice', { ...typed, lines: [{ ...oxycodone, packages }] })?.lines[0];
    expect(line?.packages).toBeNaN();
  });

  it('hands an NDC that it can’t read on as typed, to be refused by name, and names nobody for a loss', () => {
    const read = readRecord('loss', { ...typed, lines: [{ ...oxycodone, ndc: '0406855201' }] });
    expect(read?.lines[0]?.ndc11).toBe('0406855201');
    expect(read?.other).toBeNull();
    expect(readRecord('loss', { ...typed, date: '2026-02-30' })).toBeNull();
  });
});
