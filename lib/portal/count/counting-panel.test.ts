import { expect, test } from 'vitest';
import type { PanelContent } from '../panel';
import { countingPanel } from './counting-panel';

const view = (notice: string | null, number = '26X 100 208'): PanelContent => ({
  ...{ supplierName: 'Cascade', title: 'Orders', lines: [], missing: null, level: 'none', levelWord: '' },
  ...{
    actions: ['receive', 'count'],
    unreceived: [],
    order: { number, state: 'Shipped' },
    notice,
    hold: null,
  },
});

test('what came of counts stands while the page is read anew, until the person goes on or to another order', () => {
  const here = { takesCounts: true, canUndo: false };
  const counts = countingPanel({ takesCounts: () => here.takesCounts, canUndo: () => here.canUndo });
  expect(counts.dress(view('As before'))).toEqual(view('As before'));
  counts.pressed();
  here.canUndo = true;
  counts.heard('count', view('2 lines were written.'));
  expect(counts.dress(view('As before'))).toMatchObject({
    notice: '2 lines were written.',
    actions: ['receive', 'count', 'uncount'],
  });
  expect(counts.dress(view('As before', '26X 100 209'))?.notice).toBe('As before');
  counts.pressed();
  expect(counts.dress(view('As before'))?.notice).toBe('As before');
});

test('a page without a receiving form offers no counting, and no other act’s notice stays', () => {
  const counts = countingPanel({ takesCounts: () => false, canUndo: () => false });
  counts.heard('track', view('The order is tracked.'));
  expect(counts.dress(view(null))).toMatchObject({ notice: null, actions: ['receive'] });
  expect(counts.dress(null)).toBeNull();
});
