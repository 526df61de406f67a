/** What the toolbar icon, the badge and notifications say. */
export const backgroundWords = {
  'badge.none': 'Countersign: nothing is due',
  'badge.due': { one: 'Countersign: {count} thing is due', other: 'Countersign: {count} things are due' },
  'notification.due': { one: '{count} thing is due', other: '{count} things are due' },
  'delivery.no-place': 'its profile names no place for a signed order',
  'delivery.no-field': 'the field {selector} is not on the page',
  'who.system': 'Countersign',
  'protection.token': 'key in a token that never gives it out (what the token says of itself isn’t checked)',
  'protection.software':
    'key on this computer, encrypted under its holder’s password (software, not a validated module)',
} as const;
