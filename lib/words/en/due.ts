import type { Sentence } from '../say';

/** What is due. Supplier, order number, day and rule stand beside the sentence; it says what is open and what to do. */
export const dueWords = {
  'due.sign.inbox': {
    one: '{count} line is ready to sign. Review it, then sign or refuse.',
    other: '{count} lines are ready to sign. Review them, then sign or refuse.',
  },
  'due.sign.now': {
    one: 'A review of {count} line was begun and neither signed nor refused. Go on with it.',
    other: 'A review of {count} lines was begun and neither signed nor refused. Go on with it.',
  },
  'due.receipt.shipped': {
    one: '{count} package that shipped is not recorded as received. Count it and record the day.',
    other: '{count} packages that shipped are not recorded as received. Count them and record the day.',
  },
  'due.receipt.expected': {
    one: '{count} package is expected. Record what arrived, 0 included.',
    other: '{count} packages are expected. Record what arrived, 0 included.',
  },
  'due.portal-receipt':
    'Received here, but the supplier’s portal, which holds the signed order, does not show it. Record the receipt there as well.',
  'due.submit.signed':
    'Signed, but not confirmed as submitted. Hand it to the supplier, or open its page there.',
  'due.submit.tracked':
    'No order number was seen yet. Sign it in the supplier’s portal, or open its page there.',
  'due.link-statement':
    'Not accepted, and the supplier’s statement is missing. Ask for it and link it; a new order is needed.',
  'due.order-expiring': {
    one: 'The order ends in {count} day; packages that have not shipped: {balance}. Ask the supplier, or order anew.',
    other:
      'The order ends in {count} days; packages that have not shipped: {balance}. Ask the supplier, or order anew.',
  },
  'due.order-expiring.last-day':
    'The order ends today; packages that have not shipped: {balance}. What is left has to be ordered anew.',
  'due.certificate-expiring.renew': {
    one: 'The certificate of {name} ends in {count} day. Renew it at DEA’s CSOS site.',
    other: 'The certificate of {name} ends in {count} days. Renew it at DEA’s CSOS site.',
  },
  'due.certificate-expiring.hurry': {
    one: 'The certificate of {name} ends in {count} day. Renew it now: without it, schedule II needs Form 222.',
    other:
      'The certificate of {name} ends in {count} days. Renew it now: without it, schedule II needs Form 222.',
  },
  'due.certificate-expiring.today':
    'The certificate of {name} ends today. From tomorrow on, schedule II needs Form 222 until it is renewed.',
  'due.certificate-expiring.over': {
    one: 'The certificate of {name} ended {count} day ago. Schedule II needs Form 222 until it is renewed.',
    other:
      'The certificate of {name} ended {count} days ago. Schedule II needs Form 222 until it is renewed.',
  },
} as const satisfies Record<string, Sentence>;
