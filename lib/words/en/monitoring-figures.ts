import type { Sentence } from '../say';

/**
 * What the figures of monitoring say in words: what was cut, ratios, what was dispensed, the request for an increase. Facts and
 * comparison only: never what is left of anything, never a way around it (som.md 1, 6).
 */
export const monitoringFigureWords = {
  'cut.shipped-less':
    '{supplier} shipped {shipped} of {ordered} units ordered on {date}. With them the month stood at {month} units.',
  'cut.voided':
    '{supplier} voided an order of {ordered} units of {date}, and shipped {shipped}. With them the month stood at {month} units.',
  'cut.not-accepted':
    '{supplier} did not accept an order of {ordered} units of {date}. With them the month stood at {month} units.',
  'dispensing.column.date': 'Day dispensed',
  'dispensing.column.ndc': 'NDC',
  'dispensing.column.product': 'Drug name',
  'dispensing.column.quantity': 'Quantity',
  'ratios.headline':
    'For 100 units that aren’t controlled, {share} of the ten highly diverted families, {from} to {to}; {earlier} in the 360 days before.',
  'ratios.headline-first':
    'For 100 units that aren’t controlled, {share} of the ten highly diverted families, {from} to {to}. Nothing earlier is known to compare with.',
  'ratios.unchecked.no-figures':
    'Ratios are not checked, because no orders or dispensing of the last 450 days are on record here.',
  'ratios.unchecked.no-non-controlled':
    'The ratio to what isn’t controlled is not checked, because no such figures of the whole last 90 days are here. Bring in a dispensing report, or earlier orders that hold them.',
  'ratios.unchecked.short-history':
    'Growth is compared with part of the year before alone, because the figures begin later.',
  'monitoring.last-unread':
    'Not checked whole, because lines of {date} or later aren’t recognised and may be of this substance. Say what they are under Products.',
  'increase.csv.month': 'Month',
  'increase.csv.units': 'Units ordered, all suppliers',
  'increase.csv.of-supplier': 'Units ordered from {supplier}',
} as const satisfies Record<string, Sentence>;
