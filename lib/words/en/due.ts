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
  'due.receipt.partly': {
    one: 'Received in part: {count} package is not recorded yet. Count it and record the day.',
    other: 'Received in part: {count} packages are not recorded yet. Count them and record the day.',
  },
  'due.receipt-partly': {
    one: 'Received in part: {count} package may still ship until the order ends.',
    other: 'Received in part: {count} packages may still ship until the order ends.',
  },
  'due.portal-receipt':
    'Received here, but the supplier’s portal, which holds the signed order, does not show it. Record the receipt there as well.',
  'due.submit.signed':
    'Signed, but not confirmed as submitted. Hand it to the supplier, or open its page there.',
  'due.submit.tracked':
    'No order number was seen yet. Sign it in the supplier’s portal, or open its page there.',
  'due.page-differs.packages':
    'The supplier’s page shows {shown} packages of {name} where {signed} were signed. Have it put right there, or sign anew.',
  'due.page-differs.missing':
    'The supplier’s page no longer shows {name}, of which {signed} packages were signed. Have it put right there, or sign anew.',
  'due.page-differs.added':
    'The supplier’s page shows {shown} packages of {name} that nobody signed. Have it put right there, or sign anew.',
  'due.link-statement':
    'Not accepted, and the supplier’s statement is missing. Ask for it and link it; a new order is needed.',
  'due.link-replacement.lost':
    'The order was lost. Sign one in its place from its page, so that both are linked, if the goods are still needed.',
  'due.link-replacement.turned-up':
    'The lost order came to light. Ask the supplier to mark it “Not Accepted”, and record that here.',
  'due.order-expiring': {
    one: 'The order ends in {count} day; packages that have not shipped: {balance}. Ask the supplier, or order anew.',
    other:
      'The order ends in {count} days; packages that have not shipped: {balance}. Ask the supplier, or order anew.',
  },
  'due.order-expiring.last-day':
    'The order ends today; packages that have not shipped: {balance}. What is left has to be ordered anew.',
  'due.expired-balance':
    'Day 60 has passed: packages that have not shipped ({balance}) never will on this order. What is needed has to be ordered anew.',
  'due.beside-receipt.paper-222': 'Form 222 without a receipt. Count what arrived and record the day.',
  'due.beside-receipt.invoice': 'Invoice without a receipt. Count what arrived and record the day.',
  'due.beside-receipt.transfer-in': 'Transfer without a receipt. Count what arrived and record the day.',
  'due.loss-notice':
    'Theft or loss: DEA’s field office is told in writing within one business day. Do it, then record it here.',
  'due.loss-form-106':
    'Theft or loss: Form 106 is sent within 45 days of the discovery. Send it, then record it here.',
  'due.poa-departed': {
    one: '{name} no longer orders for the pharmacy. DEA is told within 6 hours; {count} hour is left.',
    other: '{name} no longer orders for the pharmacy. DEA is told within 6 hours; {count} hours are left.',
  },
  'due.poa-departed.over': {
    one: '{name} no longer orders for the pharmacy. The 6 hours to tell DEA ended {count} hour ago: tell it now.',
    other:
      '{name} no longer orders for the pharmacy. The 6 hours to tell DEA ended {count} hours ago: tell it now.',
  },
  'due.key-compromised': {
    one: 'The key of {name} is compromised. Its revocation is asked for within 24 hours; {count} hour is left.',
    other:
      'The key of {name} is compromised. Its revocation is asked for within 24 hours; {count} hours are left.',
  },
  'due.key-compromised.over': {
    one: 'The key of {name} is compromised. The 24 hours to ask for its revocation ended {count} hour ago: ask now.',
    other:
      'The key of {name} is compromised. The 24 hours to ask for its revocation ended {count} hours ago: ask now.',
  },
  'due.crl-stale':
    'The revocation list of {name} has ended, and no newer one could be fetched. Fetch it, or bring in a file.',
  'due.copy-overdue': {
    one: 'The copy of the records is old: {count} record lies on this computer alone. Make a copy.',
    other: 'The copy of the records is old: {count} records lie on this computer alone. Make a copy.',
  },
  'due.copy-overdue.none': {
    one: 'No copy of the records was ever made: {count} record lies on this computer alone. Choose a folder for it.',
    other:
      'No copy of the records was ever made: {count} records lie on this computer alone. Choose a folder for it.',
  },
  'due.archive-read-only': 'Nothing can be recorded here: open Archive.',
  'due.enrolment': 'Certificate of {name}: the next step is “{step}”.',
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
