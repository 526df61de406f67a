import type { ErrorCode } from '@/lib/base';

/** One sentence per code: what happened, what it means, what to do. Those of keys and certificates lie in `key-errors`. */
export const errorWords = {
  'input/malformed': 'This entry can’t be read: {detail}. Check it and try again.',
  'message/malformed':
    'A message between parts of Countersign had an unexpected form. Reload the page and try again.',
  'message/forbidden-sender': 'A message came from a place that may not send it and was refused.',
  'message/version-mismatch': 'Countersign was updated while this page was open. Reload the page to go on.',
  'internal/unexpected':
    'Something unexpected went wrong ({detail}). Nothing was signed by this step. Try again; if it stays, open Diagnostics.',

  'order/number-missing':
    'The order has no tracking number. Let Countersign assign one, or enter the nine characters.',
  'order/number-malformed':
    '“{value}” is not an order number. It has nine characters: two digits of the year, X, and six letters or digits, such as 26X100208.',
  'order/number-year':
    'Order number {number} does not carry the year of its date ({date}). Use a number that begins with {expected}.',
  'order/number-used':
    'Order number {number} was used before. Each order needs its own number: assign a new one.',
  'order/number-replaced':
    'The supplier’s page shows order number {used}, which was used before. Each order needs its own number: this one gets {number}. Check with the supplier which order its page means.',
  'order/purchaser-dea-missing': 'The purchaser’s DEA number is missing. Enter your registration’s number.',
  'order/purchaser-dea-invalid':
    '“{value}” is not a valid DEA number: the check digit does not fit. Compare it with your registration.',
  'order/purchaser-differs':
    'The page orders for {value}, but this registration is {expected}. Check which location you are ordering for.',
  'order/supplier-name-missing':
    'The supplier’s name is missing. Only the purchaser may complete it: enter the name.',
  'order/supplier-address-missing':
    'The supplier’s address is incomplete ({value} is missing). Enter it, or complete it under Suppliers.',
  'order/supplier-dea-missing':
    'The supplier’s DEA number is missing. Enter it, or complete it under Suppliers.',
  'order/supplier-dea-invalid':
    '“{value}” is not a valid DEA number for the supplier: the check digit does not fit. Compare it with the supplier’s papers.',
  'order/supplier-dea-prefix':
    'The supplier’s DEA number {value} begins with a letter that is not known to be in use. Compare it with the supplier’s papers.',
  'order/purchaser-details-missing':
    'Your registration is incomplete: {value} is missing or not as it must be. Complete it under Set-up.',
  'order/field-too-long': '{field} is longer than {max} characters. Shorten it, or read the page again.',
  'order/too-many-lines':
    'The order has {count} lines; at most {max} can be signed at once. Split it into several orders.',
  'order/lines-misnumbered':
    'The lines are not numbered from 1 without gaps, so they can’t be told apart. Read the supplier’s page again.',
  'order/line-ndc-malformed':
    'Line {line}: “{value}” is not an NDC of eleven digits. Correct it on the supplier’s page.',
  'order/line-package-size-invalid':
    'Line {line}: “{value}” is not a package size. Enter how many units one package holds, with at most four decimals.',
  'order/line-repeated':
    'Line {line} orders the same product as line {first}. Check that the sum of both is what you want.',
  'order/date-missing': 'The date of signing is missing.',
  'order/date-not-today':
    'The order is dated {date}, but today is {today}. An order carries the date on which it is signed.',
  'order/no-lines':
    'The order has no lines with a quantity. Enter quantities on the supplier’s page, then review it again.',
  'order/line-product-missing': 'Line {line} names no product and no NDC. Correct it on the supplier’s page.',
  'order/line-package-size-missing':
    'Line {line}: the package size is not known. Enter how many units one package holds.',
  'order/line-packages-missing':
    'Line {line}: the number of packages is missing. Enter it on the supplier’s page.',
  'order/line-packages-invalid':
    'Line {line}: “{value}” is not a number of packages. Enter a whole number of 1 or more on the supplier’s page.',
  'order/line-schedule-unknown':
    'Line {line}: the schedule is not known, so it can’t be compared with your certificate. Choose the schedule.',
  'order/line-doubtful':
    'Line {line}: Countersign is not sure that it read {field} right ({value}). Compare it with the supplier’s page and confirm.',
  'order/line-contradiction':
    'Line {line}: the {field} on the supplier’s page ({value}) does not agree with the product’s name. Check which is right before you sign.',
  'order/duplicate-lines':
    'The same lines were ordered on {date} as {number}. Check that this is not the same order twice.',
  'order/unknown': 'No order {number} is known here.',
  'order/event-not-possible': 'This can’t be recorded for order {number}: it is {state}.',
  'order/too-old':
    'The order was signed on {date}. An order is valid for {days} days from then: nothing more may be shipped on it.',
  'order/supplier-differs':
    'The order is addressed to the supplier with DEA number {value}, not to {expected}. An order can’t be passed on to another supplier.',
  'order/line-schedule-doubtful':
    'Line {line}: by its name this product is schedule {schedule}, which neither the order states nor the certificate allows. Compare it with your catalogue.',

  'document/not-text':
    'The order document is not plain UTF-8 text, so it can’t be shown as it would be signed. It was refused.',
  'document/not-well-formed': 'The order document is damaged ({detail}). It was refused; ask for it again.',
  'document/not-canonical':
    'The order document is written in a way that can be read in two ways ({detail}). It was refused.',
  'document/unexpected-content':
    'The order document holds something that an order has no place for ({detail}). It was refused.',
  'document/field-missing': 'The order document lacks {field}. It was refused.',
  'document/field-malformed':
    'In the order document, {field} is “{value}”, which can’t be right. It was refused.',
  'document/line-count-differs': 'The order document says {said} lines but holds {found}. It was refused.',
  'document/hidden-characters':
    '{field} holds characters that can’t be seen or that change reading order. They may hide something: the order was refused.',
  'document/form-unknown':
    'The order is written in a form that can’t be read here ({detail}), so its fields were not checked.',

  'signing/request-unknown':
    'This request to sign is not known any more. Start again from the supplier’s page.',
  'signing/request-closed': 'This request was already {state}. Nothing more was signed.',
  'signing/page-changed':
    'The order on the supplier’s page changed after you opened it here. Nothing was signed. Review the order again.',
  'signing/page-gone':
    'The supplier’s page was closed or went to another address. Nothing was signed. Open the order there again and review it.',
  'signing/origin-not-granted':
    'Countersign has no permission for {origin}, or for a page around it. Nothing was signed. Allow the supplier first.',
  'signing/honesty-not-accepted':
    'Before the first schedule II order, read what this software is not, and accept it.',
  'signing/reason-required':
    'This order is unusual enough that a specific reason must be written down. Enter it to go on.',
  'signing/document-differs':
    'What was approved is not what the request asks for. Nothing was signed. Review the order again.',
  'signing/blocked': 'This order can’t be signed: {detail}',
  'signing/refused': 'The signer refused this order: {reason}',
  'signing/rate-limited': '{origin} asked too often within a minute. Wait a moment and try again.',
  'signing/clock-unknown':
    'This computer’s clock was not compared with a trusted one. You can sign; the order will say so.',
  'signing/clock-off':
    'This computer’s clock is {minutes} minutes {direction} (compared with {source}). An order may be signed only within 5 minutes of official time. Set the clock, then check again.',
  'signing/clock-sources-differ':
    'The clocks that this computer was compared with differ by more than five minutes from each other, so none is believed. You can sign; the order will say so.',
  'signing/clock-ntp-only':
    'This computer’s clock was compared with {source} alone, whose answers anybody on the way can forge. You can sign; the order will say so. For a real check, allow a supplier’s site under Certificates, This computer’s clock.',
  'signing/clock-off-ntp':
    'This computer’s clock is {minutes} minutes {direction} (compared with {source} alone, whose answers anybody on the way can forge). An order may be signed only within 5 minutes of official time. Set the clock; if a telephone shows that it is right, allow a supplier’s site under Certificates, This computer’s clock, which is believed instead. Then check again.',
  'signing/signature-malformed':
    'The key answered with {bytes} bytes where its signature has {expected}. Nothing was signed. Check the key, and sign again.',
  'signing/no-key-identifier':
    'The certificate {subject} carries no key identifier, so a signature can’t name it by one. Nothing was signed. Name the signer by issuer and serial number.',

  'people/nobody-signed-in': 'Nobody is signed in. Choose your name and enter your PIN.',
  'people/wrong-pin': 'The PIN is wrong for {name}. Try again.',
  'people/pin-too-short': 'A PIN needs at least {min} digits.',
  'people/not-allowed': '{name} ({role}) can’t do this. It needs {needed}.',
  'registrant/missing': 'No DEA registration is set up yet. Enter yours under Set-up.',

  'archive/version-conflict':
    'Someone else recorded something for this order at the same moment. Look at it again, then repeat your entry.',
  'archive/storage-full': 'The disk is full: nothing was recorded. Free some space, then repeat your entry.',
  'archive/chain-broken':
    'The archive was altered outside Countersign at record {seq} of station {station}. Keep this computer as it is and call for help.',
  'archive/unavailable':
    'The archive can’t be opened ({detail}). Nothing was recorded. Close other Countersign windows and try again.',

  'receipt/nothing-entered': 'No line has a quantity yet. Enter what arrived, 0 included.',
  'receipt/quantity-invalid':
    'Line {line}: “{value}” is not a number of packages. Enter a whole number, 0 included.',
  'receipt/date-in-future':
    'The date received ({date}) lies in the future. Enter the day on which the goods arrived.',
  'receipt/date-before-order':
    'The date received ({date}) lies before the order’s date ({ordered}). Enter the day on which the goods arrived.',

  'import/not-a-csv':
    'This file is not a table (CSV). Export your order history as CSV and choose that file.',
  'import/column-missing': 'The column “{column}” is missing. Expected columns: {expected}.',
  'import/row-refused': 'Row {row} was not taken: {detail}',

  'portal/request-malformed':
    'The supplier’s page asked for a signature in a form that can’t be read ({detail}). Tell the supplier.',
  'portal/user-slow':
    'The order was not signed within the time that the supplier’s page waits. It is kept under Ready to sign.',
  'portal/extension-missing': 'Countersign did not answer. It is not installed, or not allowed on this site.',
  'portal/delivery-failed':
    'The order is signed and archived, but the supplier’s page did not take it ({detail}). Save the file and hand it to the supplier.',
} as const satisfies Partial<Record<ErrorCode, string>>;
