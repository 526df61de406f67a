import type { Sentence } from '../say';

/** What the panel says of orders that the portal itself signed: what was read back, what counts are written, what is taken into the history. */
export const panelCompanionWords = {
  'panel.page.unclear': {
    one: '{count} line of this page could be more than one line of the order. Nothing was recorded of it: record it by hand.',
    other:
      '{count} lines of this page could be more than one line of the order. Nothing was recorded of them: record them by hand.',
  },
  'panel.page.state-unknown':
    'The page says “{words}” of an order. Countersign doesn’t know these words, and leaves the order as it was.',
  'panel.in-history':
    'Order {number} is in the history that was taken from this supplier’s pages. It counts there, and isn’t tracked.',
  'panel.backfill.offer': {
    one: '{count} order on this page isn’t known here. Taken into the history, it counts when later orders are compared.',
    other:
      '{count} orders on this page aren’t known here. Taken into the history, they count when later orders are compared.',
  },
  'panel.backfill.done': {
    one: '{count} order was taken into the history, with {lines} lines. It can be withdrawn under Earlier orders.',
    other:
      '{count} orders were taken into the history, with {lines} lines. They can be withdrawn under Earlier orders.',
  },
  'panel.backfill.nothing': 'Nothing on this page could be taken into the history.',
  'panel.backfill.alike': {
    one: '{count} order was left out: all its lines look like lines that are here already.',
    other: '{count} orders were left out: all their lines look like lines that are here already.',
  },
  'panel.backfill.left.no-lines': {
    one: '{count} more is named without its lines: open it to take it.',
    other: '{count} more are named without their lines: open one to take it.',
  },
  'panel.backfill.left.no-day': {
    one: '{count} shows no day that can be read.',
    other: '{count} show no day that can be read.',
  },
  'panel.backfill.left.state': {
    one: '{count} was refused, is void or waits, or its state can’t be read.',
    other: '{count} were refused, are void or wait, or their state can’t be read.',
  },
  'panel.backfill.left.doubt': {
    one: '{count} has a product or quantity that isn’t sure.',
    other: '{count} have a product or quantity that isn’t sure.',
  },
  'panel.backfill.left.missing': {
    one: '{count} is shown in part: scroll through its lines.',
    other: '{count} are shown in part: scroll through the lines.',
  },
  'panel.backfill.left.tracked': {
    one: '{count} may be the order that is tracked here and has no number yet: open it.',
    other: '{count} may be the order that is tracked here and has no number yet: open them.',
  },
  'panel.count.done': {
    one: '{count} line was written. Compare it, then attest and save yourself; until the page says received, the receipt stays open.',
    other:
      '{count} lines were written. Compare them, then attest and save yourself; until the page says received, the receipt stays open.',
  },
  'panel.count.none': 'No line was written.',
  'panel.count.missed.no-line': '{lines}: not on this page.',
  'panel.count.missed.several': '{lines}: can’t be told from another line or field. Enter it by hand.',
  'panel.count.missed.no-field': '{lines}: no field takes this. Enter it by hand.',
  'panel.count.missed.not-taken': '{lines}: the page didn’t take it and shows what it showed before.',
  'panel.count.missed.sends': '{lines}: the page would send the form off by itself. Enter it by hand.',
  'panel.count.line': 'Line {line}',
  'panel.count.date': 'day of line {line}',
  'panel.count.several-days': '{lines}: counted on several days. Enter each day by hand.',
  'panel.count.undone': {
    one: '{count} field shows again what it showed before.',
    other: '{count} fields show again what they showed before.',
  },
  'panel.count.undone-left': {
    one: '{count} field was changed since, or is gone, and stays as it is.',
    other: '{count} fields were changed since, or are gone, and stay as they are.',
  },
} as const satisfies Record<string, Sentence>;
