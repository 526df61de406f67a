import type { ErrorCode } from '@/lib/base';
import type { Sentence } from '../say';

/** One sentence per code of keys, certificates, signed messages, tokens and their host: which the popup has no use for and no room. */
export const keyErrorWords = {
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
  'vault/locked':
    'The key is locked. Enter its password, or the PIN of its token, in the sign window to go on.',
  'vault/password-same':
    'The new password is the one that protects the key now. Choose another one; nothing was changed.',
  'vault/wait': {
    one: 'Too many wrong passwords. Wait {count} second, then try again.',
    other: 'Too many wrong passwords. Wait {count} seconds, then try again.',
  },

  'host/not-permitted':
    'Countersign may not talk to its token helper yet. Allow it under Certificates, then try again.',
  'host/missing':
    'The token helper is not installed on this computer, or this browser doesn’t know of it. Install Countersign Host, restart the browser, and try again.',
  'host/forbidden':
    'The token helper on this computer was set up for another extension. Run “countersign-host install” again, restart the browser, and try again.',
  'host/too-old':
    'The token helper on this computer (version {version}) is too old for this extension. Install the current one, then try again.',
  'host/too-new':
    'The token helper on this computer (version {version}) is newer than this extension understands. Update the extension, then try again.',
  'host/crashed':
    'The token helper ended unexpectedly. Nothing was signed by this step. Try again; if it stays, run “countersign-host diagnose”.',
  'host/busy':
    'The token helper is still at work on another request, perhaps in another window. Finish there, then try again.',
  'host/slow':
    'The token helper did not answer in time ({step}). Nothing was signed by this step. Take the token out, put it in again, and try once more.',
  'host/garbled':
    'The token helper answered in a form that can’t be read ({detail}). Nothing was signed by this step. Install the current one, then try again.',
  'host/message-too-large':
    'A message to the token helper was larger than it may be ({bytes} bytes). Nothing was signed by this step.',

  'token/module-missing':
    'The token’s driver was not found at {path}. Install the software that came with the token, or choose where its PKCS#11 module lies.',
  'token/module-wrong-architecture':
    'The token’s driver at {path} was made for another kind of processor than the token helper. Install the driver’s other edition (64-bit or 32-bit).',
  'token/module-not-pkcs11':
    'The file {path} is not a PKCS#11 module ({detail}). Choose the driver that came with the token.',
  'token/module-crashed':
    'The token’s driver crashed. Nothing was signed by this step. Take the token out, put it in again, and try once more; if it stays, update the driver.',
  'token/module-hangs':
    'The token’s driver did not answer in time and was ended. Nothing was signed by this step. Take the token out, put it in again, and try once more.',
  'token/module-error':
    'The token’s driver refused {step} with error {rv}. Nothing was signed by this step. Try again; if it stays, ask the token’s maker what this error means.',
  'token/none':
    'No token is plugged in, or this driver doesn’t see it. Put in the token that is to sign, and try again.',
  'token/removed':
    'The token was taken out before it had signed. Nothing was signed by this step. Put it in again, and sign again.',
  'token/not-initialized':
    'This token is empty: it was never set up. Set it up with the software that came with it.',
  'token/certificate-missing':
    'The token that is plugged in doesn’t hold this certificate. Put in the right token, and try again.',
  'token/key-missing':
    'The token holds the certificate but not its private key. Ask who set up the token; the certificate can’t sign without its key.',
  'token/wrong-pin':
    'The PIN is wrong. Nothing was signed. Countersign never tries a PIN twice by itself: check it, and enter it again.',
  'token/wrong-pin-few-left':
    'The PIN is wrong, and only few tries are left before the token locks itself. Nothing was signed. Make sure of the PIN before you enter it again.',
  'token/wrong-pin-last-try':
    'The PIN is wrong, and one try is left: another wrong PIN locks the token. Nothing was signed. Look the PIN up before you enter it again.',
  'token/pin-locked':
    'The token has locked its PIN after too many wrong ones. Nothing was signed. Unlock it with the software that came with the token, or ask who issued it.',
  'token/pin-must-change':
    'The token wants its PIN changed before it signs. Change it with the software that came with the token, then sign again.',
  'token/pin-length': 'The token doesn’t take a PIN of this length. Check it, and enter it again.',
  'token/pin-cancelled':
    'No PIN was entered at the token’s own keypad. Nothing was signed. Sign again when you are ready.',
  'token/pin-again': 'This token asks for its PIN for each signature. Enter the PIN to sign.',
  'token/busy': 'Another program is using the token. Close it, or wait until it has finished, and try again.',
  'token/unsupported-algorithm': 'The token can’t sign with {algorithm}. Use another token or certificate.',
  'signing/reason-unspecific':
    'The reason says nothing yet that is special to this order. Nothing was signed. {ask}',
  'signing/lowered-reason-required':
    'Less is ordered than was shown as unusual a short while ago. Nothing was signed. Write why it is less.',
} as const satisfies Partial<Record<ErrorCode, Sentence>>;
