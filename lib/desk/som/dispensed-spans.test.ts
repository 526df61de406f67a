import { expect, it } from 'vitest';
import type { Directory } from '@/lib/archive';
import type { PlainDate } from '@/lib/base';
import { dispensedSpans } from './dispensed-spans';

const TODAY = '2026-11-20' as PlainDate;
const one = (from: string, to: string, isWithdrawn = false): Directory['dispensing'][number] => ({
  ...{ importId: from, file: 'rx.csv', sha256: '', at: 1, who: 'dana', rows: 1, parts: [1] },
  ...{ from: from as PlainDate, to: to as PlainDate },
  withdrawn: isWithdrawn ? { at: 2, who: 'dana', reason: 'another pharmacy’s' } : null,
});
const spans = (...dispensing: Directory['dispensing'][number][]) => dispensedSpans({ dispensing }, TODAY);

it('reports that follow each other within a week are one span, a longer pause is a hole', () => {
  const months = [one('2026-10-02', '2026-10-30'), one('2026-09-01', '2026-09-29')];
  expect(spans(...months)).toEqual([{ from: '2026-08-25', to: '2026-10-30' }]);
  expect(spans(...months, one('2026-09-05', '2026-09-06'))).toHaveLength(1);
  expect(spans(...months, one('2026-11-08', '2026-11-19')).map(({ to }) => to)).toEqual([
    ...['2026-10-30', '2026-11-19'],
  ]);
});

it('reports that were withdrawn, or that end ahead, tell of no day', () => {
  expect(spans(one('2026-10-02', '2026-10-30', true), one('2026-11-01', '2031-11-01'))).toEqual([]);
});
