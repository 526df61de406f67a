/** Words about this computer's clock: the sign window and Certificates. */
export const clockWords = {
  'clock.fast': 'fast',
  'clock.slow': 'slow',
  'clock.this': 'This computer’s clock:',
  'clock.just-now': 'less than a minute ago',
  'clock.ago': { one: '{count} minute ago', other: '{count} minutes ago' },
  'clock.right': 'to the second',
  'clock.seconds': { one: '{count} second {direction}', other: '{count} seconds {direction}' },
  'clock.minutes': { one: '{count} minute {direction}', other: '{count} minutes {direction}' },
  'clock.checked': 'checked {ago} against {sources}: {offset}',
  'clock.off': '{offset}, compared {ago} with {sources}',
  'clock.ntp-only': 'checked {ago} against {sources} alone, which can be forged: {offset}',
  'clock.ntp-off': '{offset}, compared {ago} with {sources} alone, which can be forged',
  'clock.differ': 'compared {ago}, but {sources} don’t agree',
  'clock.unknown': 'not compared',
  'clock.odd': '{sources} said otherwise by more than five minutes and isn’t believed.',
  'clock.again': 'Check again',
  'clock.checking': 'Checking…',

  'clock.title': 'This computer’s clock',
  'clock.explain':
    'An order may be signed only while the clock is within five minutes of official time. It is compared by the time that suppliers’ sites and CAs’ hosts state over HTTPS, and by NIST’s time service where the token helper is set up. Only what you allowed is asked.',
  'clock.rule': '21 CFR 1311.55(b)(7)',
  'clock.col.source': 'Compared with',
  'clock.col.how': 'How',
  'clock.col.when': 'Last',
  'clock.col.offset': 'This clock is',
  'clock.col.act': 'Actions',
  'clock.by.https': 'its HTTPS answers',
  'clock.by.ntp': 'NTP, through the token helper; not authenticated',
  'clock.never': 'no answer yet',
  'clock.not-allowed': 'not allowed',
  'clock.no-helper': 'Allow the token helper first',
  'clock.allow': 'Allow {host}',
  'clock.denied': '{host} was not allowed, so its clock isn’t asked.',
  'clock.mend':
    'Set this computer’s clock: switch on “Set time automatically” in its date and time settings, or ask whoever looks after it. Then check again.',
  'clock.ntp-more':
    'NIST’s time service is asked without any proof of who answers. Allow one of the sites below: it is believed instead, because HTTPS says whose clock it is.',
  'clock.nothing':
    'Nothing that may be asked has answered. Allow one of these; it must be reachable over HTTPS.',
  'clock.differ-more':
    'The sources contradict each other. Look at a telephone’s clock: if this computer is right, the warning goes once the others agree.',
} as const;
