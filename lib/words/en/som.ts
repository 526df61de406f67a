/**
 * What the comparison with the pharmacy's own past says. Numbers and comparison only: never a limit, never what is
 * left of one, never a way around one (som.md 1).
 */
export const somWords = {
  'som.size': {
    one: '{units} units; your one earlier order was {usual} ({since}).',
    other: '{units} units; your usual order is {usual} (median of {count} since {since}).',
  },
  'som.sizeThisStrength': {
    one: '{units} units; your one earlier order comes to {usual} of this strength ({since}).',
    other:
      '{units} units; your usual order comes to {usual} of this strength (median of {count} since {since}).',
  },
  'som.sizeMg': {
    one: '{units} mg; your one earlier order was {usual} mg ({since}).',
    other: '{units} mg; your usual order is {usual} mg (median of {count} since {since}).',
  },
  'som.volume':
    'Across all suppliers you would reach {total} in 30 days; the highest earlier 30 days were {highest}.',
  'som.volumeThisStrength':
    'Across all suppliers you would reach {total} of this strength in 30 days, other strengths counted in; the highest earlier 30 days come to {highest}.',
  'som.volumeMg':
    'Across all suppliers you would reach {total} mg in 30 days; the highest earlier 30 days were {highest} mg.',
  'som.week':
    'Across all suppliers you would reach {total} in 7 days; the highest earlier 7 days were {highest}.',
  'som.weekThisStrength':
    'Across all suppliers you would reach {total} of this strength in 7 days, other strengths counted in; the highest earlier 7 days come to {highest}.',
  'som.weekMg':
    'Across all suppliers you would reach {total} mg in 7 days; the highest earlier 7 days were {highest} mg.',
  'som.burst': 'Order number {count} within {days} days; usual are {usual} a week.',
  'som.newStrength': {
    one: 'The strength {strength} mg was never ordered here; one earlier order was of others.',
    other: 'The strength {strength} mg was never ordered here in {count} orders.',
  },
  'som.dormancy': 'First order in {days} days; usual are {usual} days between orders.',
  'som.maxSix': 'The calendar month would reach {total}; the highest of the six before was {highest}.',
  'som.maxSixThisStrength':
    'The calendar month would reach {total} of this strength, other strengths counted in; the highest of the six before comes to {highest}.',
  'som.maxSixMg':
    'The calendar month would reach {total} mg; the highest of the six before was {highest} mg.',
  'som.growth': 'The last 90 days are {times} times what 90 days were half a year to a year before.',
  'som.uncheckedLines': {
    one: 'Not checked, because product, strength or package size of line {lines} isn’t known. Complete the line to have it compared.',
    other:
      'Not checked, because product, strength or package size of lines {lines} isn’t known. Complete the lines to have them compared.',
  },
  'som.unchecked.product': {
    one: 'Not checked, because the product of line {lines} isn’t recognised.',
    other: 'Not checked, because the products of lines {lines} aren’t recognised.',
  },
  'som.unchecked.strength': {
    one: 'Not checked, because the strength of line {lines} isn’t known.',
    other: 'Not checked, because the strengths of lines {lines} aren’t known.',
  },
  'som.unchecked.packageSize': {
    one: 'Not checked, because the package size of line {lines} isn’t known.',
    other: 'Not checked, because the package sizes of lines {lines} aren’t known.',
  },
  'som.unchecked.packages': {
    one: 'Not checked, because the number of packages of line {lines} isn’t known or can’t be right.',
    other: 'Not checked, because the numbers of packages of lines {lines} aren’t known or can’t be right.',
  },
  'som.unchecked.contradiction': {
    one: 'Not checked, because line {lines} says two different things of its product.',
    other: 'Not checked, because lines {lines} each say two different things of their product.',
  },
  'som.firstOrder': 'No earlier order of {substance} is known here, so there is nothing to compare with yet.',
  'som.thisSubstance': 'this substance',
  'som.usual': {
    one: 'Nothing unusual against the one earlier order.',
    other: 'Nothing unusual against {count} earlier orders.',
  },
} as const;
