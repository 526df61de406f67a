import type { Sentence } from '../say';

/** Marks of the pictures of what was ordered, and of the tables that say the same. Facts only (som.md 1). */
export const chartWords = {
  'chart.months-alt':
    'Units ordered in each of {count} months, stacked by supplier. The table below the picture has the same figures.',
  'chart.band': 'Expected this month: {low} to {high}',
  'chart.limit': 'Your limit: {units}',
  'chart.limit-above': 'Your limit, {units}, lies above this picture',
  'chart.candidate': 'This order: {units}',
  'chart.others': 'Further suppliers',
  'chart.as-table': 'The same as a table',
  'chart.col.month': 'Month',
  'chart.col.total': 'All suppliers',
  'chart.col.candidate': 'This order',
  'chart.running': '{month}, so far',
  'chart.nothing': 'Nothing was ordered in these months.',

  'chart.gaps': 'Days between orders',
  'chart.gaps-alt':
    'The days between one order and the next, in the order of time. The table below the picture has the same figures.',
  'chart.gaps-usual': { one: 'Usual: {count} day', other: 'Usual: {count} days' },
  'chart.gaps-none': 'Two orders are needed before there are days between them.',
  'chart.col.date': 'Order of',
  'chart.col.gap': 'Days since the order before',

  'chart.trend-alt': '{title}: {points}. The table below the picture has the same figures.',
  'chart.trend-point': '{label} {value}',
  'chart.col.period': 'Days',
  'chart.unknown': 'not known',
} as const satisfies Record<string, Sentence>;
