import type { Sentence } from '../say';

/** An order's fields. */
export const orderWords = {
  'field.of': '{whose}: {what}',
  'field.ofLine': 'line {line}: {what}',
  'field.supplier': 'supplier',
  'field.purchaser': 'purchaser',
  'field.number': 'the order number',
  'field.date': 'the date',
  'field.name': 'the name',
  'field.deaNumber': 'the DEA number',
  'field.street': 'the street',
  'field.street2': 'the second address line',
  'field.city': 'the city',
  'field.state': 'the two-letter state',
  'field.postalCode': 'the ZIP code',
  'field.lineNumber': 'the line number',
  'field.ndc11': 'the NDC',
  'field.strength': 'the strength',
  'field.form': 'the dosage form',
  'field.packageSize': 'the package size',
  'field.packages': 'the number of packages',
  'field.schedule': 'the schedule',
  'field.itemNumber': 'the item number',
} as const satisfies Record<string, Sentence>;
