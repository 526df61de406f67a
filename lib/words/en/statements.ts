import type { Sentence } from '../say';

/** Statements of the purchaser to a supplier, as they are signed and kept with the order (21 CFR 1305.25, 1305.26). */
export const statementWords = {
  'statement.title.lost': 'Statement of a lost order',
  'statement.title.cancellation': 'Notice of cancellation of an order',
  'statement.title.non-acceptance': 'Record of an order not accepted',
  'statement.to': 'To: {name}, DEA registration {dea}',
  'statement.to.without-dea': 'To: {name}',
  'statement.from': 'From: {name}, DEA registration {dea}, {address}',
  'statement.order': 'Order: unique tracking number {number}, dated {date}',

  'statement.lost.body':
    'The order with the unique tracking number {number}, dated {date}, was lost. The goods covered by that order were not received through loss of that order.',
  'statement.lost.replaced':
    'The order with the unique tracking number {replacement} takes its place. A copy of this statement is linked to both orders.',
  'statement.lost.not-replaced': 'No order has taken its place so far.',
  'statement.lost.turns-up':
    'If the lost order reaches you later, please mark it “Not Accepted” and return it to us (21 CFR 1305.26(c)).',
  'statement.lost.rule': '21 CFR 1305.26',

  'statement.cancellation.body':
    'We cancel the order with the unique tracking number {number}, dated {date}. Please ship nothing more on it.',
  'statement.cancellation.practice':
    '21 CFR 1305.28 speaks of orders that a supplier voids. That a purchaser cancels by written notice is practice, not the text of the rule; please confirm in writing, so that both sides keep the same record.',
  'statement.cancellation.rule': '21 CFR 1305.28 (practice)',

  'statement.non-acceptance.body':
    'The supplier did not accept the order with the unique tracking number {number}, dated {date}.',
  'statement.non-acceptance.said': 'The supplier’s statement, linked to the order:',
  'statement.non-acceptance.unsaid':
    'The supplier’s statement of the reason is not here yet. It must be linked to the order.',
  'statement.non-acceptance.new-order':
    'A defective order isn’t corrected: what is still needed is ordered anew, under another number.',
  'statement.non-acceptance.rule': '21 CFR 1305.25',

  'statement.reason': 'Reason: {reason}',
  'statement.signer': '{name}, for {registrant}',
  'statement.signed': 'Date and signature: {date}',
} as const satisfies Record<string, Sentence>;
