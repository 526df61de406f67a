import type { Sentence } from '../say';

/** Paper forms, invoices, returns, transfers and losses: what moves controlled substances beside electronic orders. */
export const besideWords = {
  'beside.kind.paper-222': 'Paper Form 222',
  'beside.kind.invoice': 'Invoice',
  'beside.kind.transfer-in': 'Transfer from another registrant',
  'beside.kind.return': 'Return to a supplier',
  'beside.kind.transfer-out': 'Transfer to another registrant',
  'beside.kind.loss': 'Theft or loss',

  'timeline.record.entered.paper-222': 'Paper Form 222 entered',
  'timeline.record.entered.invoice': 'Invoice entered',
  'timeline.record.entered.transfer-in': 'Transfer from another registrant entered',
  'timeline.record.entered.return': 'Return to a supplier entered',
  'timeline.record.entered.transfer-out': 'Transfer to another registrant entered',
  'timeline.record.entered.loss': 'Theft or loss entered',
  'timeline.record.corrected': 'Corrected: {reason}',
  'timeline.record.withdrawn': 'Withdrawn: {reason}',
  'timeline.record.received': {
    one: '{count} package received on {date}, counted by {countedBy}',
    other: '{count} packages received on {date}, counted by {countedBy}',
  },
  'timeline.record.entry-withdrawn': 'Taken back: {reason}',
  'timeline.loss.notified': 'DEA was told on {date} ({how})',
  'timeline.loss.form-106': 'Form 106 was sent on {date}',
  'timeline.loss.form-106.referenced': 'Form 106 was sent on {date} ({reference})',

  'beside.flag.before-record': 'Something was recorded before the record itself.',
  'beside.flag.entered-again': 'It was entered a second time; the first entry counts.',
  'beside.flag.without-order':
    'Schedule II moves on a Form 222 or an electronic order only, and no number of one is recorded here.',
  'beside.flag.other-unnamed': 'Nobody is named on the other side.',
  'beside.flag.schedule-unknown': 'The schedule of a line is unknown.',
  'beside.flag.received-more-than-ordered': 'More was received than the form or invoice says.',
  'beside.flag.received-after-day-60': 'Goods were received after day 60 of the form.',
  'beside.flag.received-before-date': 'Goods were received before the date of the form or invoice.',
  'beside.flag.received-line-changed':
    'A line was corrected to another product after it was received: look whether what was counted belongs to it.',
  'beside.flag.line-unknown': 'A receipt names a line that this record doesn’t have; that line was left out.',
  'beside.flag.quantity-unreadable': 'A receipt holds a quantity that isn’t a whole number; it was left out.',
  'beside.flag.after-withdrawal': 'Something was recorded after it was withdrawn.',
  'beside.flag.notice-before-discovery':
    'DEA was told before the day on which the loss is said to be discovered.',
} as const satisfies Record<string, Sentence>;
