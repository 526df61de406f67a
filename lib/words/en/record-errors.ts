import type { ErrorCode } from '@/lib/base';
import type { Sentence } from '../say';

/** One sentence per code of records, archive, people and statements that the popup can't meet and has no room for. */
export const recordErrorWords = {
  'supplier-file/unknown-kind':
    'This file is no answer that Countersign reads: it reads X12 855 and 856, and CSOSOrder responses. Ask the supplier for one of these, or record by hand what it says.',
  'record/quantity-invalid':
    'Line {line} says {value} (packages + single units). Enter whole packages, single units, or both; not all can be 0.',
  'record/date-in-future': 'The date ({date}) lies ahead, or is no date. Enter the day on which it happened.',
  'record/no-lines': 'This record has no lines. Enter at least one product with its quantity.',
  'record/hidden-characters':
    'This record holds characters that can’t be seen. Type the text anew instead of pasting it.',
  'record/unknown': 'This record is not in the archive of this browser profile. Open it from the list again.',
  'record/not-a-loss':
    'A notice to DEA and Form 106 belong to a theft or loss; this record is something else.',
  'record/nothing-to-receive': 'This record brings no goods in, so there is nothing to receive.',
  'record/withdrawn': 'This record was withdrawn and is kept as it was. Enter a new one.',

  'document/envelope-differs':
    'In the document’s envelope, {field} says “{said}” where “{found}” belongs: something was lost or added on the way. It was refused; ask for it again.',
  'document/longer-than-form':
    '{field} is longer than the {max} characters that the supplier’s X12 format has for it. It is written whole; ask the supplier whether their system cuts it.',
  'receipt/needs-pharmacist':
    'At this pharmacy a pharmacist verifies what a technician counted. Name the pharmacist who did.',
  'record/reason-missing': 'Say why, in at least {min} characters: whoever inspects this reads it.',

  'archive/record-malformed':
    'Record {place} of the file isn’t a record of Countersign ({detail}). Nothing was taken in. Use another backup.',
  'archive/record-altered':
    'Record {seq} of station {station} was altered after it was written. Nothing was taken in. Use another backup.',
  'archive/record-misplaced':
    'Record {seq} of station {station} is missing or doesn’t follow the one before it. Nothing was taken in. Use another backup.',
  'archive/chain-forked':
    'Record {seq} of station {station} reads differently here and there: both went on after a copy of one of them. Nothing was taken in. Keep both and call for help.',
  'archive/time-ahead':
    'Record {seq} of station {station} is dated more than a day ahead of this computer’s clock. Nothing was taken in. Set the clock right, then try again.',
  'archive/legal-hold':
    'Records are on hold here, so none may be purged. End the hold under Settings when whoever asked for it agrees.',
  'archive/clock-off':
    'This computer’s clock is off, or the clocks it was compared with disagree. One that runs ahead would remove records before their time, so nothing was removed. Set the clock right, compare it under Certificates, then try again.',
  'archive/clock-leapt':
    'Within the last year nothing was recorded for {days} days, and this computer’s clock was compared with no other. If it runs ahead, records would go before their time, so nothing was removed. Allow a clock to compare it with under Certificates, then try again.',
  'archive/record-newer':
    'Record {seq} of station {station} ({type}) was written by a newer Countersign. Nothing was taken in. Update Countersign on this computer first, then try again.',
  'archive/read-only':
    'This version of Countersign can’t yet read everything recorded here, so it writes nothing. Records, copies and backups are as they were. Open Archive and make the overview anew, or update Countersign.',
  'archive/same-number':
    'Another order carries the number {number} too: two computers gave it out (21 CFR 1305.21 wants each used once). Tell the supplier which of the two is meant; both stay on record.',
  'hold/unknown':
    'This hold was lifted already, or is not in the archive of this browser profile. Open the page again.',

  'archive/copy-stale':
    'Records of the last {hours} hours lie on this computer alone: the daily copy is older. Make a copy under Archive.',
  'archive/copy-none':
    'All records lie on this computer alone, the oldest for {hours} hours: there is no daily copy yet. Choose a folder for it under Archive.',
  'archive/copy-folder-lost':
    'The folder “{folder}” for the daily copy can’t be written to ({detail}). Allow it again, or choose another, under Archive.',
  'archive/copy-target-missing':
    'Nobody has chosen where the daily copy goes. Choose a folder under Archive.',

  'backup/not-a-backup': 'This file is no backup of Countersign. Choose a file that ends in .csbackup.',
  'backup/newer':
    'A newer Countersign (format {version}) made this backup; this one reads formats up to {known}. Update the extension, then try again.',
  'backup/wrong-password': 'The password is not the one of this backup. Nothing was taken in. Try again.',
  'backup/truncated':
    'The backup ends before its end ({pieces} pieces are there): it wasn’t written or copied whole. Nothing was taken in. Use another one.',
  'backup/reordered':
    'Piece {piece} of the backup stands in the wrong place. Somebody or something changed the file. Nothing was taken in. Use another one.',
  'backup/altered':
    'The backup was changed or damaged at piece {piece}. Nothing was taken in. Use another one.',
  'backup/password-too-short':
    'A backup’s password needs at least {min} characters: it guards all records against whoever finds the file.',

  'pack/period':
    'The period from {from} to {to} can’t be: it ends before it begins, or lies ahead. Correct one of the days.',
  'pack/cancelled': 'The pack was cancelled. Nothing was handed over, and nothing is recorded of it.',

  'people/wait': {
    one: 'Too many wrong PINs for {name}. Wait {count} second, then try again.',
    other: 'Too many wrong PINs for {name}. Wait {count} seconds, then try again.',
  },
  'people/pin-missing': 'The PIN of {name} is missing. Enter it, then try again.',
  'people/left': '{name} left on {date} and can’t act here any more. Choose another name.',
  'people/last-manager':
    '{name} is the last one here who may manage people. Add another pharmacist in charge or signer first.',
  'registrant/unknown': 'No location with the DEA number {number} is set up here. Add it first.',
  'registrant/known':
    'A location with the DEA number {number} is set up already. Choose it in the list to change it.',
  'poa/unknown': 'This letter is not in the register, or it is revoked already. Open the register again.',
  'poa/no-schedules': 'Choose at least one schedule that the letter covers.',
  'poa/dates': 'The letter would end ({until}) before it begins ({since}). Correct one of the days.',
  'poa/file-type': '{name} is neither a PDF nor a picture (PNG, JPEG). Scan the letter as one of these.',
  'poa/file-too-large':
    '{name} is larger than {max} MB. Scan it again with a lower resolution, in black and white.',
  'poa/no-letter':
    'No power of attorney of {name} for this registration is on record here. If {name} isn’t the registrant, record the letter under People.',
  'poa/not-in-force':
    'The power of attorney of {name} is not in force: {why}. {name} can’t sign for this registration until a new letter is on record.',
  'poa/schedule-not-covered':
    'Line {line} is {schedule}, but the power of attorney of {name} covers {allowed} only. Someone else must sign it.',
  'certificate/other-registrant':
    'This certificate is for {certificate}, but the order is for {order}. Choose a certificate of the order’s own location.',
  'certificate/key-compromised':
    'The key of this certificate was reported as lost or known to others. It signs nothing more; choose another one, or apply for a new certificate.',
  'duty/unknown': 'This duty is not in the archive of this browser profile. Open the page again.',
  'duty/date': 'That moment lies ahead, or before the duty began. Enter when it was done.',
  'settings/invalid': '{field} can’t be {value}. {why}',

  'signing/clock-behind':
    'An order that was signed here is dated {date}, and today is {today} by this computer’s clock: it was set back, or was ahead then. Compare it with a telephone. You can sign; the order will say so.',
  'order/date-ahead':
    'The order’s date ({date}) lies more than a day ahead; today is {today}. Suppliers’ systems refuse such orders. Check this computer’s clock and the page’s date.',
  'order/supplier-page-differs':
    'The page names a supplier with the DEA number {value}; this order would go to {expected}. An order goes to one supplier and can’t be passed on. Order on that supplier’s own page, or correct the number under Suppliers.',
  'order/lines-missing':
    'The supplier’s page states {stated} lines, and {shown} were read. Scroll through the whole list there and review again, or confirm that these are all.',
  'order/schedules-mixed':
    'Line {line} isn’t schedule II, and this supplier (or this pharmacy’s settings) wants schedule II in orders of its own. Order the rest apart.',
  'act/never-sent':
    'Nothing says that order {number} was given to the supplier, so there is nothing to take back there. Close it as never sent instead.',
  'act/was-sent':
    'Order {number} was given to the supplier ({state}). Cancel it by a written notice to the supplier instead.',
  'act/closed': 'Order {number} is {state}: nothing more may come on it, and this would change nothing.',
  'act/nothing-left': 'Nothing is left of this: all of it has shipped or was received on order {number}.',
  'act/supplier-has-it':
    'Order {number} isn’t lost: the supplier has it ({state}). Only an order that never reached the supplier is lost; goods lost on the way are the supplier’s to report.',
  'act/not-signed':
    'Nothing says that order {number} was signed: only a signed order can be lost or replaced.',
  'act/not-lost':
    'Order {number} isn’t recorded as lost. Record the loss first; its statement goes with the replacement.',
  'act/already-replaced': 'Order {number} was replaced by {by}. An order is replaced once.',
  'act/already-turned-up': 'That order {number} came to light is recorded already ({date}).',
  'act/not-rejected':
    'Order {number} is {state}. A statement is linked to an order that the supplier did not accept; record that first.',
  'act/date':
    '{date} can’t be the day: it lies ahead, or before the order’s own day ({ordered}). Enter the day on which it happened.',
  'act/text-missing': 'The words are missing. Enter what was stated; it is kept with the order.',
  'act/line-unknown': 'Order {number} has no line {line}. Choose lines of this order.',
  'act/after-shipped':
    'Part of this has shipped or was received. That stays as recorded; this concerns what had not shipped.',
  'correct/names':
    'Whoever verified a count says so with their own PIN, anew where packages or day were corrected; who counted must be somebody known here. Choose them again, and let them enter their PIN.',
  'correct/unknown': 'The record to be corrected isn’t in this order’s history. Open the order again.',
  'correct/order-itself':
    'The order itself can’t be corrected, by anybody: let the supplier refuse or void it, and sign a new one.',
  'correct/not-correctable':
    'This record can’t be corrected. To mend a correction, correct the same record once more.',
  'correct/malformed': 'What is to stand in its place can’t be read as such a record. Check each entry.',
  'correct/nothing-changed': 'This says the same as the record that counts now; nothing was changed.',
  'act/signed-here':
    'Order {number} was signed here, so its receipt counts here. Record what came with the order.',
  'act/nothing-received':
    'Nothing of order {number} is recorded as received here yet. Record what came first, then what the portal shows.',
  'act/more-open': {
    one: '{count} package of order {number} isn’t recorded as received here. If it came, record that first; if it may still come, wait: once the order is closed, nothing reminds of it.',
    other:
      '{count} packages of order {number} aren’t recorded as received here. If they came, record that first; if they may still come, wait: once the order is closed, nothing reminds of them.',
  },
  'act/known-already': 'That is on record already: order {number} is {state}.',
  'act/taken':
    'Order {number} is {state}: the supplier took it, so it can be voided, not refused. If that record is wrong, correct it below.',
  'act/refused-before':
    'The supplier did not accept order {number}, and nobody may mend it: a new order is issued. If that record is wrong, correct it below.',
  'act/not-turned-up':
    'Order {number} is recorded as lost. If the supplier has it after all, record first that it came to light.',
  'act/file-too-large':
    '{name} is larger than {max} MB. It is kept with the record for years: scan it again, smaller, in black and white.',
  'act/file-damaged': '{name} wasn’t read whole. Choose the file again.',
  'ship/nothing-entered': 'No line has a quantity yet. Enter what the supplier has shipped in all.',
  'import/known':
    'This file is here already: {name} imported it on {date} as “{file}”. Nothing was taken. If its columns were understood wrongly, withdraw that import first.',
  'import/order-in-history':
    'Order {number} was taken into the history from the supplier’s page. Tracked as well, it would count twice. Withdraw that import first, under Earlier orders.',
  'import/unfinished':
    'This file was begun on {date} by {name} with other columns, and {done} of {total} lines were taken. Choose the same columns to go on, or withdraw that import first.',
  'import/overlaps':
    'Days of this file are here already: “{file}” holds {from} to {to}. Nothing was taken. Fills of the same location would count twice: withdraw that import first, or choose a file that begins later. Files of two locations may overlap: import this one nevertheless.',
  'import/quotes-broken':
    'A quotation mark in row {row} has no counterpart, so that rows run into each other. Nothing was taken. Export the file again, or mend that row, and choose it again.',
  'dispensed/no-date':
    'Its day can’t be read, lies ahead, or before 1970. Look at the column chosen for the date, and at the order of day and month.',
  'dispensed/no-quantity':
    'Its quantity is no number above 0, or larger than a line can be. Look at the column chosen for the quantity.',
  'dispensed/no-product':
    'Its product isn’t known: no name, or a controlled one whose strength isn’t said. Choose the column with the drug’s name, or say what the product is under Products.',
  'som/limit-invalid':
    'Units a month are a number above 0 and at most {max}. Type tablets, capsules, patches or millilitres, without words.',
  'som/substance-unknown':
    'No controlled substance has this code here. Open the page again and choose one from the list.',
  'som/reason-unspecific':
    'The reason says nothing yet that is special to this request. Nothing was recorded. {ask}',
  'som/figures-not-made':
    'The figures of monitoring aren’t made yet: this version of Countersign couldn’t add up everything recorded here, and part of it would look like less than was ordered. Records are as they were. Open Archive and make the overview anew, or update Countersign.',
  'som/supplier-unknown':
    'This supplier isn’t set up here. Choose one from the list, or set it up under Suppliers.',
  'import/unknown': 'This import isn’t in the archive of this browser profile. Open the page again.',
  'due/unknown': 'This isn’t due any more, or something else is. Load the list again.',
  'due/not-put-off':
    'This can’t be put off: the law counts it in hours, or gives one business day. Do it, then record it.',
  'due/until': 'This may be put off to a day from tomorrow to {latest}. Choose one of them.',
  'portal/request-too-large':
    'The supplier’s page handed over more than an order can be. Nothing was signed. Tell the supplier.',
} as const satisfies Partial<Record<ErrorCode, Sentence>>;
