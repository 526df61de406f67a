import type { ErrorCode } from '@/lib/base';
import type { Sentence } from '../say';

/** One sentence per code of records, archive, people and statements that the popup can't meet and has no room for. */
export const recordErrorWords = {
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
} as const satisfies Partial<Record<ErrorCode, Sentence>>;
