import type { Sentence } from '../say';

/** The page of ratios, and what was dispensed, which it needs (som.md 5). This pharmacy's own trend only. */
export const monitoringRatioWords = {
  'ratios.title': 'Ratios',
  'ratios.lead':
    'Ten families that are diverted most, beside everything else, in blocks of 90 days. Your own trend: no other pharmacy’s figures are in it.',
  'ratios.source.orders': 'Reckoned from what was ordered.',
  'ratios.source.dispensing': 'Reckoned from what was dispensed.',
  'ratios.block': '{from} to {to}',
  'ratios.all': 'The ten families together',
  'ratios.all-title': 'Units of the ten families to one unit that isn’t controlled',
  'ratios.all-units': 'Units of the ten families, in blocks of 90 days',
  'ratios.not-checked': 'Not checked',
  'ratios.families': 'Family by family',
  'ratios.col.family': 'Family',
  'ratios.col.units': 'Units, last 90 days',
  'ratios.col.ratio': 'To one unit not controlled',
  'ratios.col.growth': 'Beside the mean of the four before',
  'ratios.growth': '{times} times',
  'ratios.families-none': 'None of the ten families was ordered in these 450 days.',
  'ratios.strengths': 'Strengths that are diverted most',
  'ratios.strengths-explain': 'Of what was ordered.',
  'ratios.col.strengths': 'Strengths',
  'ratios.col.share': 'Share of the substance',
  'ratios.col.share-before': 'Share 90 days before',
  'ratios.strength': '{strengths} mg',
  'ratios.strengths-none': 'None of these strengths was ordered in the last 90 days.',
  'ratios.combination': 'Opioids, benzodiazepines and carisoprodol',
  'ratios.combination-explain':
    'Of the whole pharmacy, not of one patient: a day with all three says nothing about any prescription.',
  'ratios.col.block': 'Days',
  'ratios.col.opioid': 'Opioid units',
  'ratios.col.benzodiazepine': 'Benzodiazepine units',
  'ratios.col.carisoprodol': 'Carisoprodol units',
  'ratios.col.all-three': 'Days with all three',
  'ratios.mme': 'Opioids in morphine equivalents by month',
  'ratios.mme-unit': 'mg of morphine equivalents',
  'ratios.mme-source':
    'Factors of the CDC guideline of 2022, which has none for buprenorphine and injections.',
  'ratios.mme-left': 'Without a factor, and not in it: {names}.',

  'dispensing.title': 'What was dispensed',
  'dispensing.explain':
    'A CSV from your pharmacy system with date, NDC or drug, and quantity. Everything else is dropped while the file is read: no patient, prescriber or prescription number is stored, logged or shown beyond a column’s title. Ratios are reckoned from it where it tells of the last 90 days without a hole.',
  'dispensing.file': 'Dispensing file',
  'dispensing.file-hint': 'CSV, one row a fill, under any titles',
  'dispensing.dropped': {
    one: '{count} column is left out: {names}',
    other: '{count} columns are left out: {names}',
  },
  'dispensing.preview': 'What the first rows mean',
  'dispensing.col.substance': 'Taken as',
  'dispensing.import': 'Import what was dispensed',
  'dispensing.import-nevertheless': 'Import nevertheless, as another location’s',
  'dispensing.taken': {
    one: '{count} row was taken, as {sums} sums by day and substance.',
    other: '{count} rows were taken, as {sums} sums by day and substance.',
  },
  'dispensing.refused': { one: '{count} row was refused.', other: '{count} rows were refused.' },
  'dispensing.imports': 'What was imported',
  'dispensing.none': 'Nothing was imported yet.',
  'dispensing.col.sums': 'Sums',
  'dispensing.withdraw': 'Withdraw',
  'dispensing.withdraw-one': 'Withdraw the import of {file}',
  'dispensing.withdraw-title': 'Withdraw an import',
  'dispensing.withdraw-explain': {
    one: '{count} sum of {file} stays on record and counts no longer. Afterwards the file can be imported again.',
    other:
      '{count} sums of {file} stay on record and count no longer. Afterwards the file can be imported again.',
  },
  'dispensing.withdraw-yes': 'Withdraw this import',
  'dispensing.withdraw-done': 'The import of {file} was withdrawn. Its sums count no longer.',
} as const satisfies Record<string, Sentence>;
