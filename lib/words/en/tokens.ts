/** Words of tokens: in the sign window and under Certificates. */
export const tokenWords = {
  'token.protection': 'key in the token “{label}”',
  'token.protection-fips': 'key in the token “{label}” (its own claim: FIPS)',
  'token.unlabelled': 'token without a name',

  'token.pin': 'PIN of the token',
  'token.pin-hint': 'Of “{label}”. It goes to the token once and is kept nowhere.',
  'token.pin-missing': 'Enter the PIN of the token.',
  'token.few-left':
    'Only few tries are left before “{label}” locks itself. Make sure of the PIN before you enter it.',
  'token.last-try': 'One try is left',
  'token.last-try-more':
    'Another wrong PIN locks “{label}”. It then can’t sign until it is unlocked by whoever issued it; meanwhile order with Form 222.',
  'token.last-try-check': 'I have looked the PIN up, and I know that a wrong one locks the token',
  'token.pad': 'This token has its own keypad',
  'token.pad-more': 'Nothing is typed here. Press Sign order; “{label}” then asks for its PIN.',
  'token.pad-now': 'Enter the PIN at the token’s own keypad',
  'token.pad-waiting': '“{label}” is waiting for it. Nothing is signed before.',
  'token.pad-cancel': 'Cancel',
  'token.no-pin': 'This token asks for no PIN',
  'token.no-pin-more':
    'Whoever holds “{label}” can sign with it. You can sign; have it protected by a PIN soon.',
  'token.looking': 'Looking for the token',
  'token.look-again': 'Look again',
  'token.allow': 'Allow the token helper',
  'token.denied':
    'The browser was not allowed to talk to the token helper, so no token can be used. Press the button again to be asked once more.',
  'token.how-to-install': 'How to install the token helper',
  'token.choose-driver': 'Choose the driver under Certificates',
} as const;
