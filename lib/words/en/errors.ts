import type { ErrorCode } from '@/lib/base';

/** One sentence per code: what happened, what it means, what to do. */
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

  'pfx/not-a-pfx':
    'This file is not a certificate file with a key (.pfx or .p12). Choose the file that DEA’s site gave you.',
  'pfx/too-large':
    'This file is too large to be a certificate file. Choose the .pfx or .p12 file that DEA’s site gave you.',
  'pfx/wrong-password':
    'The password does not open this file. Check capitals and keyboard layout, and try again.',
  'pfx/unsupported-algorithm':
    'This file is protected with {algorithm}, which can’t be opened here. Export it again with AES-256, or ask for help.',
  'pfx/too-many-iterations':
    'This file asks for {iterations} rounds of key derivation, more than any honest program writes. It was not opened: export the certificate anew, or download it again.',
  'pfx/no-mac':
    'This file carries no proof that it is whole. Import it only if you know where it comes from.',
  'pfx/no-key':
    'This file holds certificates but no private key, so nothing can be signed with it. Choose the file with the key.',
  'pfx/no-certificate':
    'This file holds a private key but no certificate. Choose the file that DEA’s site gave you.',
  'pfx/key-mismatch':
    'The private key in this file belongs to another certificate. Choose the file that DEA’s site gave you.',
  'pfx/weak-key': 'The key in this file has {bits} bits; at least 2,048 are needed. Renew the certificate.',
  'pfx/several-keys':
    'This file holds {count} keys that can sign, and only you know which one is for orders. Choose it, and import again.',

  'pfx/damaged':
    'This file is damaged: parts of it can’t be read ({detail}). Get the file again from where it was saved.',
  'pfx/ca-key':
    'The key in this file belongs to a certification authority, not to a signer. Choose the file that DEA’s site gave you.',
  'pfx/cancelled': 'Opening the certificate file was cancelled. Nothing was imported.',

  'certificate/malformed': 'The certificate can’t be read ({detail}). Choose another file.',
  'certificate/not-yet-valid':
    'The certificate of {subject} is valid only from {date}. Check this computer’s date, or wait.',
  'certificate/expired':
    'The certificate of {subject} expired on {date}. Renew it at DEA’s CSOS site; until then order with Form 222.',
  'certificate/revoked':
    'The certificate of {subject} was revoked on {date}. It can’t sign. If you don’t know why, call DEA’s CSOS support.',
  'certificate/coordinator':
    'This is a coordinator’s administrative certificate. It can’t sign orders: use your signing certificate.',
  'certificate/not-csos':
    'This certificate was not issued for controlled-substance orders (CSOS). Choose your CSOS signing certificate.',
  'certificate/no-dea-extensions':
    'This certificate does not name a DEA registration, so it can’t sign orders. Choose your CSOS signing certificate.',
  'certificate/dea-number-differs':
    'The certificate belongs to another DEA registration than {number}. Choose the certificate of this location.',
  'certificate/dea-number-undecidable':
    'Whether the certificate belongs to {number} can’t be decided from its contents. You can sign; the order will say so.',
  'certificate/schedule-not-allowed':
    'Line {line} is schedule {schedule}; the certificate allows {allowed}. Remove the line, or sign with a certificate that covers it.',
  'certificate/no-trusted-root':
    'No trusted root certificate was imported yet. Import DEA’s root certificate under Certificates and compare its fingerprint.',
  'certificate/path-not-found':
    'The certificate of {subject} does not lead to a trusted root. Either its file lacks the CA certificates between (export it again with all of them), or its root is not trusted here.',
  'certificate/path-invalid':
    'The chain from {subject} to the trusted root is not valid ({detail}). It can’t sign.',
  'certificate/status-unknown':
    'Whether the certificate of {subject} was revoked is unknown: no usable list of {issuer} was at hand. You can sign; the order will say so.',
  'certificate/signature-invalid':
    'The certificate of {subject} was not signed by the CA it names. It can’t sign; choose another certificate.',
  'certificate/unsupported-algorithm':
    'The certificate of {subject} uses {algorithm}, which is not accepted. It can’t sign; renew the certificate.',
  'certificate/not-a-ca':
    'The certificate of {subject} stands where a CA must stand but is none. The chain was refused: import the right CA certificates.',
  'certificate/key-usage':
    'The certificate of {subject} may not be used for this (key usage). It was refused: choose another certificate.',
  'certificate/path-too-long':
    'The chain holds more CAs below {subject} or its issuer than they allow. It was refused.',
  'certificate/unknown-extension':
    'The certificate of {subject} carries a restriction ({oid}) that can’t be judged here. It was refused.',
  'certificate/policy-not-allowed':
    'The certificate of {subject} was not issued under the policy that its chain demands. It was refused: choose a certificate that was issued for this use.',
  'certificate/name-not-permitted':
    'The certificate of {subject} carries a name ({name}) that its CA may not certify. It was refused: choose another certificate.',
  'certificate/extended-key-usage':
    'The certificate of {subject} may be used for other purposes only (extended key usage). It was refused: choose another certificate.',
  'certificate/search-too-long':
    'There are too many possible chains from {subject} to the trusted root. The search was ended and the certificate refused: import only the CA certificates that it needs.',
  'certificate/expired-since':
    'The certificate of {subject} was valid when the order was signed. It expired afterwards, on {date}.',
  'certificate/revoked-since':
    'The certificate of {subject} was revoked on {date}, after the order says that it was signed. Whether that was before the order arrived is not known: say when it arrived.',
  'crl/malformed':
    'This is no revocation list, or a damaged one ({detail}). It was not used: get the list from the CA again.',
  'crl/unreachable':
    'The revocation list at {url} can’t be reached, so the certificate’s status is unknown. You can sign; the order will say so.',
  'crl/expired':
    'The revocation list ended on {date}, so the certificate’s status is unknown. Fetch it again, or sign; the order will say so.',
  'crl/signature-invalid': 'The revocation list was not signed by the CA it names. It was not used.',

  'crl/not-yet-valid':
    'The revocation list is dated in the future ({date}). It was not used; check this computer’s date.',
  'crl/unknown-extension':
    'The revocation list carries a condition that can’t be judged here. It was not used.',
  'crl/out-of-scope': 'The revocation list does not cover this certificate. It was not used.',
  'crl/delta-alone': 'The revocation list holds only changes to another list. It was not used alone.',
  'crl/signer-not-allowed':
    'The key that signed the revocation list may not sign such lists (key usage of {issuer}). The list was not used.',
  'crl/signer-not-trusted':
    'The certificate of {issuer}, which signed the revocation list, does not lead to the root that this certificate leads to, or is not valid itself. The list was not used.',
  'crl/unsupported-algorithm':
    'The revocation list is signed with {algorithm}, which is not accepted. It was not used.',
  'crl/reasons-not-covered':
    'The revocation lists that are here tell only of some reasons for revoking {subject}, so its status is unknown. You can sign; the order will say so.',
  'crl/older':
    'This revocation list of {issuer} has number {number}, older than number {known} that is here already. The newer one was kept.',
  'crl/no-permission':
    'Countersign may not fetch revocation lists from {origin} yet. Allow it under Certificates, or import the list from a file.',
  'crl/issuer-unknown':
    'This revocation list was issued by {issuer}, which signed none of the certificates here. Import the CA certificate first, or choose another list.',

  'crl/too-large':
    'The revocation list is larger than {megabytes} MB, more than is read here. It was not used, so the certificate’s status stays unknown. Tell the CA’s support.',
  'crl/address-not-web':
    'The revocation list lies at {url}, where a browser can’t fetch it (only http and https). Get the list from the CA and import it from a file under Certificates.',

  'root/not-a-certificate':
    'This file is not a certificate. Choose the root certificate file that the CA publishes (.cer, .crt, .der or .pem).',
  'root/several-certificates':
    'This file holds {count} certificates. A root is trusted one at a time, so that its fingerprint can be compared: choose a file with one.',
  'root/not-a-ca':
    'This is the certificate of {subject}, which is not a CA, so no certificate can lead to it. Choose the CA’s root certificate.',
  'root/not-self-signed':
    'This is the certificate of {subject}, issued by {issuer}. A root is issued by itself: choose the root certificate of {issuer}.',
  'root/expired':
    'This root certificate ended on {date}, so no certificate can lead to it. Choose the CA’s current root.',

  'cms/not-signed-data': 'This is not a signed order (CMS SignedData).',
  'cms/signature-invalid':
    'The signature does not fit the order and the certificate. Don’t trust this order.',
  'cms/content-changed': 'The order was changed after it was signed. Don’t trust it.',
  'cms/signer-count': 'A signed order has exactly one signature; this one has {count}.',
  'cms/unsupported-algorithm': 'The signature uses {algorithm}, which is not accepted for orders.',
  'cms/attributes-invalid':
    'The signed attributes are not as they must be ({detail}). The order was refused.',
  'cms/malformed': 'The signed order is damaged ({detail}). It was refused; ask for it again.',
  'cms/certificate-missing': 'The signed order does not carry the certificate of its signer. It was refused.',
  'cms/content-missing':
    'This file holds a signature without the order that was signed. Choose the order as well.',
  'cms/signing-time-missing':
    'The signature does not say when it was made. Ask for an order that carries its signing time.',
  'cms/signing-time-implausible':
    'The signature says that it was made at {time}, which doesn’t fit when it was received. Check both clocks.',
  'cms/too-large':
    'This file has {bytes} bytes; a signed order has at most {most}. It was refused. Ask for the order alone.',

  'vault/key-missing':
    'The private key of this certificate is not on this computer. Import the certificate file here, or sign where it is.',
  'vault/key-present':
    'The key of {name} is on this computer already, under the password it was given then. Nothing was changed.',
  'vault/wrong-password':
    'The password is wrong. Check capitals and keyboard layout, and try again. Nothing was signed.',
  'vault/password-too-short': 'The password needs at least {min} characters. Choose a longer one.',
  'vault/locked': 'The key is locked. Enter its password in the sign window to go on.',
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
  'import/row-refused': 'Row {row} was not taken: {detail}.',

  'portal/request-malformed':
    'The supplier’s page asked for a signature in a form that can’t be read ({detail}). Tell the supplier.',
  'portal/user-slow':
    'The order was not signed within the time that the supplier’s page waits. It is kept under Ready to sign.',
  'portal/extension-missing': 'Countersign did not answer. It is not installed, or not allowed on this site.',
  'portal/delivery-failed':
    'The order is signed and archived, but the supplier’s page did not take it ({detail}). Save the file and hand it to the supplier.',
} as const satisfies Record<ErrorCode, string>;
