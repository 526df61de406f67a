import type { Sentence } from '../say';

/** The sign window about an order unlike the usual ones: what it rests on, what to look at, what is asked. Facts only (som.md 1). */
export const signSomWords = {
  'sign-som.title': 'Unlike your usual orders',
  'sign-som.picture': 'Thirteen months of {substance}',
  'sign-som.history': 'Compared with {orders} over {months} at {suppliers}.',
  'sign-som.orders': { one: '{count} order', other: '{count} orders' },
  'sign-som.months': { one: '{count} month', other: '{count} months' },
  'sign-som.suppliers': { one: '{count} supplier', other: '{count} suppliers' },
  'sign-som.no-history': 'Compared with nothing: no earlier order of it is known here.',
  'sign-som.confidence.low': 'Few orders: the comparison is rough.',
  'sign-som.checks': 'Look at this first',
  'sign-som.steps': 'What you can do',
  'sign-som.step.count':
    'Count what is on the shelf and compare it with what was dispensed since the last order.',
  'sign-som.step.increase': 'Ask the supplier for more {substance} a month, with figures and reasons',
  'sign-som.step.hold':
    'Not sure? Close this window and ask the pharmacist in charge. Nothing is signed by that.',
  'sign-som.step.loss': 'Stock is missing that nobody dispensed? Record a theft or loss',

  'sign-som.amount': '{amount} units',
  'sign-som.amount-mg': '{amount} mg',
  'sign-som.slip.ten': 'It is exactly ten times {amount}, which is usual here. A zero too many?',
  'sign-som.slip.hundred': 'It is exactly a hundred times {amount}, which is usual here. Two zeros too many?',
  'sign-som.slip.package':
    'It is exactly {times} times {amount}, which is usual here, and a package holds {times}. Units counted as packages, or a case for a bottle?',
  'sign-som.slip.line.ten':
    'Line {line} is exactly ten times {amount}, which is usual here. A zero too many?',
  'sign-som.slip.line.hundred':
    'Line {line} is exactly a hundred times {amount}, which is usual here. Two zeros too many?',
  'sign-som.slip.line.package':
    'Line {line} is exactly {times} times {amount}, which is usual here, and a package holds {times}. Units counted as packages, or a case for a bottle?',
  'sign-som.check.open': {
    one: 'The product of line {line} is also in order {number} of {date}: {count} package of it has not come yet.',
    other:
      'The product of line {line} is also in order {number} of {date}: {count} packages of it have not come yet.',
  },
  'sign-som.check.waiting': {
    one: 'The product of line {line} is also in {number}, which waits for a signature: {count} package.',
    other: 'The product of line {line} is also in {number}, which waits for a signature: {count} packages.',
  },

  'sign-som.lowered.title': 'Less than shortly before',
  'sign-som.lowered.today':
    '{name}: earlier today {from} units were shown here as unusual and not signed; this order has {to}.',
  'sign-som.lowered':
    '{name}: on {date} {from} units were shown here as unusual and not signed; this order has {to}.',
  'sign-som.lowered-mg.today':
    '{name}: earlier today {from} mg were shown here as unusual and not signed; this order has {to} mg.',
  'sign-som.lowered-mg':
    '{name}: on {date} {from} mg were shown here as unusual and not signed; this order has {to} mg.',
  'sign-som.lowered.why': 'Why it is less now',
  'sign-som.lowered.hint': 'Kept with the order: both quantities and your reason.',

  'sign-som.reason-pick': 'Pick a reason',
  'sign-som.detail-hint': 'Name what is special here: at least {min} characters.',
  'sign-som.again': 'The same as on {date}, by {whoName}:',
} as const satisfies Record<string, Sentence>;
