import type { ErrorCode } from '@/lib/base';

/** Reasons as whoever received the order needs them: the general sentences speak to the signer. */
export const supplierReasons = {
  'order/number-missing': 'The order has no tracking number.',
  'order/number-malformed':
    '“{value}” is not an order number: two digits of the year, X, and six letters or digits.',
  'order/number-year':
    'Order number {number} doesn’t carry the year of the order’s date ({date}): it must begin with {expected}.',
  'order/number-used':
    'This purchaser used order number {number} before. It may be one order sent twice: don’t fill it again.',
  'order/purchaser-dea-missing': 'The order doesn’t carry the purchaser’s DEA number.',
  'order/purchaser-dea-invalid':
    'The purchaser’s DEA number “{value}” is not a valid one: the check digit doesn’t fit.',
  'order/supplier-name-missing':
    'The order doesn’t name its supplier. Only the purchaser may complete that: reject the order.',
  'order/supplier-address-missing': 'The supplier’s address in the order is incomplete ({value}).',
  'order/supplier-dea-missing': 'The order doesn’t carry the supplier’s DEA number.',
  'order/supplier-dea-invalid':
    'The supplier’s DEA number “{value}” is not a valid one: the check digit doesn’t fit.',
  'order/supplier-dea-prefix':
    'The supplier’s DEA number {value} begins with a letter that is not known to be in use.',
  'order/purchaser-details-missing': 'The purchaser’s name or address in the order is incomplete ({value}).',
  'order/field-too-long': '{field} is longer than {max} characters.',
  'order/too-many-lines': 'The order has {count} lines; at most {max} are judged.',
  'order/lines-misnumbered': 'The lines are not numbered from 1 without gaps, so they can’t be told apart.',
  'order/line-ndc-malformed': 'Line {line}: “{value}” is not an NDC of eleven digits.',
  'order/line-package-size-missing': 'Line {line}: the package size is missing.',
  'order/line-package-size-invalid': 'Line {line}: “{value}” is not a package size.',
  'order/line-packages-missing': 'Line {line}: the number of packages is missing.',
  'order/line-packages-invalid': 'Line {line}: “{value}” is not a number of packages.',
  'order/line-product-missing': 'Line {line} names no product and no NDC.',
  'order/line-schedule-unknown':
    'Line {line}: the schedule is missing, so it can’t be compared with the certificate.',
  'order/line-repeated':
    'Line {line} orders the same product as line {first}: only their sum is what is ordered.',
  'order/no-lines': 'The order has no lines.',
  'order/date-missing': 'The order carries no date.',
  'order/date-not-today':
    'The order is dated {date} but was signed on {today}. An order carries the date on which it is signed.',
  'document/field-missing': 'The order lacks {field}, which it must have.',
  'document/field-malformed': 'In the order, {field} is “{value}”, which can’t be right.',
  'document/line-count-differs': 'The order says that it has {said} lines but holds {found}.',
  'document/hidden-characters':
    'In the order, {field} holds characters that can’t be seen or that change reading order. They may hide something.',
  'certificate/malformed': 'A certificate can’t be read ({detail}).',
  'certificate/not-yet-valid':
    'The certificate of {subject} was not valid yet when the order was signed: it begins on {date}.',
  'certificate/expired': 'The certificate of {subject} expired on {date}, before the order was signed.',
  'certificate/revoked': 'The certificate of {subject} was revoked on {date}. Don’t fill the order.',
  'certificate/revoked-since':
    'The certificate of {subject} was revoked on {date}, after the order says it was signed. If the order arrived earlier, say when (--received).',
  'certificate/coordinator':
    'The order was signed with a coordinator’s administrative certificate, which can’t sign orders.',
  'certificate/not-csos':
    'The signer’s certificate was not issued for controlled-substance orders (certificate policy).',
  'certificate/no-dea-extensions':
    'The signer’s certificate doesn’t name a DEA registration, so it can’t sign orders.',
  'certificate/dea-number-differs':
    'The signer’s certificate belongs to another DEA registration than {number}, which orders.',
  'certificate/dea-number-undecidable':
    'The signer’s certificate doesn’t tell whether it belongs to {number}, so the two could not be compared.',
  'certificate/schedule-not-allowed':
    'Line {line} is schedule {schedule}; the signer’s certificate covers {allowed}. That invalidates the whole order.',
  'certificate/no-trusted-root': 'No trusted root certificate was given (--root).',
  'certificate/path-not-found':
    'The certificate of {subject} doesn’t lead to a trusted root (--root). Where a CA certificate between them is missing, give it (--ca).',
  'certificate/path-invalid': 'The chain from {subject} to the trusted root is not valid ({detail}).',
  'certificate/status-unknown':
    'Whether the certificate of {subject} was revoked is not known: no usable revocation list of {issuer} was given (--crl).',
  'certificate/signature-invalid': 'The certificate of {subject} was not signed by the CA that it names.',
  'certificate/unsupported-algorithm':
    'The certificate of {subject} uses {algorithm}, which is not accepted.',
  'certificate/not-a-ca': 'The certificate of {subject} stands where a CA must stand but is none.',
  'certificate/key-usage': 'The certificate of {subject} may not be used for this (key usage).',
  'certificate/policy-not-allowed':
    'The certificate of {subject} was not issued under the policy that its chain demands.',
  'certificate/name-not-permitted':
    'The certificate of {subject} carries a name ({name}) that its CA may not certify.',
  'certificate/extended-key-usage':
    'The certificate of {subject} may be used for other purposes only (extended key usage).',
  'certificate/search-too-long':
    'There are too many possible chains from {subject} to the trusted root: the search was ended.',
  'crl/expired':
    'A revocation list ended on {date}, before the moment that is judged. Give a current one (--crl).',
  'crl/not-yet-valid':
    'A revocation list was issued on {date}, after the moment that is judged. It tells nothing about that moment.',
  'crl/reasons-not-covered': 'The revocation lists given cover some reasons for revoking {subject} only.',
  'cms/signing-time-missing':
    'The signature doesn’t say when it was made, so whether the certificate was valid then can’t be judged.',
  'cms/signing-time-implausible':
    'The signature says that it was made at {time}, later than the order arrived. Check both clocks; don’t fill the order until that is explained.',
  'cms/content-missing':
    'This file holds a signature without the order that was signed. Give the order as well (--content).',
  'cms/certificate-missing': 'The signed order doesn’t carry the certificate of its signer.',
  'cms/malformed':
    'This is no signed order, or a damaged one ({detail}). Check that it is the right file; if it is, ask for it again.',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** What the command says besides reasons. */
export const verifierWords = {
  'verify.usage': `Usage: countersign verify ORDER... --root FILE [options]

Verifies signed controlled-substance orders (CMS, as .p7m) without a network.
ORDER is a file, a folder of .p7m, .p7s, .p7, .cms or .csos files, or - for standard input.

  --root FILE       trusted root certificate, PEM or DER; may be repeated
  --ca FILE         CA certificate between signer and root; may be repeated
  --crl FILE        revocation list, PEM or DER; may be repeated
  --content FILE    the order itself, where ORDER holds its signature alone
  --received TIME   when the order arrived, such as 2026-11-20T14:05:00Z
  --supplier DEA    your DEA number, which the order must name as its supplier
  --seen FILE       order numbers taken before, one a line: NUMBER [PURCHASER'S DEA NUMBER]
  --json            answer as JSON
  --version, --help

Ends with 0: every order valid. 1: an order is invalid. 2: wrong usage, or a file can't be read.
3: an order could not be judged in full, so it isn't valid either. Of several, 1 goes before 2, 2 before 3.`,
  'verify.nature':
    'Countersign {version}: independently built, unaudited software. It helps to verify; it doesn’t replace an audited system (21 CFR 1311.55(d)).',
  'verify.root': 'trusted root, SHA-256 {sha256}',
  'verify.outcome.valid': 'VALID',
  'verify.outcome.invalid': 'INVALID',
  'verify.outcome.undecided': 'UNDECIDED',
  'verify.outcome.unreadable': 'UNREADABLE',
  'verify.order': 'order',
  'verify.order.value': {
    one: '{number} of {date}, {count} line',
    other: '{number} of {date}, {count} lines',
  },
  'verify.purchaser': 'purchaser',
  'verify.supplier': 'supplier',
  'verify.party': '{name}, {deaNumber}',
  'verify.signer': 'signer',
  'verify.signer.value': '{name}, for {registrant}, certificate until {date}',
  'verify.registrant.unknown': 'an unnamed registrant',
  'verify.signed': 'signed',
  'verify.check.signature': 'signature',
  'verify.check.signing-time': 'signing time',
  'verify.check.certificate': 'certificates',
  'verify.check.revocation': 'revocation',
  'verify.check.profile': 'kind of certificate',
  'verify.check.fields': 'order fields',
  'verify.check.registration': 'DEA number',
  'verify.check.schedules': 'schedules',
  'verify.check.supplier': 'addressed to you',
  'verify.check.number': 'number unused',
  'verify.result.held': 'held',
  'verify.result.failed': 'FAILED',
  'verify.result.not-checked': 'NOT CHECKED',
  'verify.result.not-asked': 'not asked',
  'verify.status.at': 'as of {time}',
  'verify.reason': '{sentence} [{code}]',
  'verify.reason.rule': '{sentence} [{code}; {rule}]',
  'verify.sum': '{valid} valid, {invalid} invalid, {undecided} undecided, {unreadable} unreadable',
  'verify.progress': '{done} of {count}',
  'verify.error': 'countersign: {message}',
  'verify.error.command': 'unknown command “{value}”. Say: countersign verify --help',
  'verify.error.no-command': 'no command given. Say: countersign verify --help',
  'verify.error.option': '{message} Say: countersign verify --help',
  'verify.error.no-order': 'no order given. Say: countersign verify --help',
  'verify.error.no-root': 'no trusted root given (--root FILE).',
  'verify.error.content-of-several': '--content goes with a single order.',
  'verify.error.received':
    '--received needs day, time and zone, such as 2026-11-20T14:05:00Z; “{value}” isn’t that.',
  'verify.error.received-later':
    '--received {value} is later than this computer’s clock ({now}). An order arrives before it is judged.',
  'verify.error.input': '{field} must be of type {type}.',
  'verify.error.supplier': '“{value}” is not a valid DEA number.',
  'verify.error.read': '{file} can’t be read ({detail}).',
  'verify.error.too-large': '{file} has more than {max} bytes, which is the most that is taken.',
  'verify.error.folder-empty': 'the folder {file} holds no .p7m, .p7s, .p7, .cms or .csos file.',
  'verify.error.certificate': '{file} holds no certificate that can be read.',
  'verify.error.crl': '{file} is not a revocation list that can be read.',
  'verify.error.seen': '{file}, line {line}: “{value}” is not an order number.',
} as const;
