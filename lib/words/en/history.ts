import type { Sentence } from '../say';

/** Orders placed before Countersign was there: the file, its columns, what was imported and what was withdrawn. */
export const historyWords = {
  'history.title': 'Earlier orders',
  'history.why':
    'Orders placed before Countersign was here. Without them it can’t tell what is usual for you. One row a line, over all suppliers.',
  'history.file': 'History file',
  'history.file-hint': 'CSV with date, supplier, product or NDC, package size and packages, under any titles',
  'history.columns': 'Which column is what',
  'history.no-column': 'none',
  'history.column': 'column {number}',
  'history.column-missing': 'Choose its column.',
  'history.one-supplier': 'All rows are of this supplier',
  'history.day-order': 'Dates like 03/04/2026',
  'history.month-first': 'begin with the month',
  'history.day-first': 'begin with the day',
  'history.preview': 'What the first rows mean',
  'history.first-of': { one: 'The first {shown} of {count} row', other: 'The first {shown} of {count} rows' },
  'history.save-refused': 'Save the refused rows',
  'history.import': 'Import history',
  'history.taken': { one: '{count} line was taken.', other: '{count} lines were taken.' },
  'history.refused': { one: '{count} row was refused:', other: '{count} rows were refused:' },
  'history.import-again': 'Import nevertheless',
  'history.alike': {
    one: '{alike} of this {count} line looks like a line that is here already: same day, supplier, product and packages. Imported again it counts twice.',
    other:
      '{alike} of these {count} lines look like lines that are here already: same day, supplier, product and packages. Imported again they count twice.',
  },
  'history.known':
    'This very file is here already: {name} imported it on {date} as “{file}”. To take it under other columns, withdraw that import first.',
  'history.comparing': 'Looking for lines that are here already…',
  'history.go-on': {
    one: 'This file was begun and not finished: {done} of {count} line was taken. Import it under the same columns to go on.',
    other:
      'This file was begun and not finished: {done} of {count} lines were taken. Import it under the same columns to go on.',
  },
  'history.imports': 'What was imported',
  'history.imports-none': 'Nothing was imported yet.',
  'history.col.file': 'File',
  'history.col.lines': 'Lines',
  'history.col.days': 'Days covered',
  'history.col.suppliers': 'Suppliers',
  'history.col.imported': 'Imported',
  'history.days': '{from} to {to}',
  'history.by': '{date}, {name}',
  'history.more-suppliers': '{names} and others',
  'history.from-page': 'taken from its order pages',
  'history.unfinished': 'broken off: {done} of {total}',
  'history.withdrawn': 'Withdrawn on {date} by {name}: {reason}',
  'history.withdraw': 'Withdraw',
  'history.withdraw-one': 'Withdraw the import of {file}',
  'history.withdraw-title': 'Withdraw an import',
  'history.withdraw-explain': {
    one: '{count} line of {file} stays on record and counts no longer. Afterwards the file can be imported again.',
    other:
      '{count} lines of {file} stay on record and count no longer. Afterwards the file can be imported again.',
  },
  'history.withdraw-yes': 'Withdraw this import',
  'history.withdraw-done': 'The import of {file} was withdrawn. Its lines count no longer.',
} as const satisfies Record<string, Sentence>;
