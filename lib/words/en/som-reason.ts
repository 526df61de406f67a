import type { Sentence } from '../say';

/** Reasons for an order unlike the usual ones: what there is to pick, what each asks for, and what an answer lacks. */
export const somReasonWords = {
  'som-reason.new-patients': 'New patients or prescriber',
  'som-reason.pharmacy-closed': 'A pharmacy nearby closed',
  'som-reason.hospice-ltc': 'Hospice or long-term care',
  'som-reason.shortage': 'Catching up after a shortage',
  'som-reason.seasonal': 'The season, such as the start of school',
  'som-reason.supplier-switch': 'Change of wholesaler',
  'som-reason.strength-shortage': 'A strength or NDC is short',
  'som-reason.other': 'Something else',

  'som-reason.new-patients.ask': 'Which prescriber or practice, and since when?',
  'som-reason.pharmacy-closed.ask': 'Which pharmacy closed, and since when?',
  'som-reason.hospice-ltc.ask': 'Which facility, and for how many patients?',
  'som-reason.shortage.ask': 'Which product was short, and which orders didn’t come?',
  'som-reason.seasonal.ask': 'What happens this season, and how was it last year?',
  'som-reason.supplier-switch.ask': 'From which wholesaler to which, and since when?',
  'som-reason.strength-shortage.ask': 'Which strength or NDC is short, and what takes its place?',
  'som-reason.other.ask': 'What makes this quantity right?',

  'som-reason.given': '{kind}: {detail}',

  'som-reason.kind-missing': 'Pick a reason.',
  'som-reason.lacks.short': 'Too short to say what is special here. {ask}',
  'som-reason.lacks.filler': 'This says nothing about this order yet. {ask}',
  'som-reason.lacks.label': 'This only says again what was picked. {ask}',
} as const satisfies Record<string, Sentence>;
