/** Profiles of portals: the Suppliers page, files with profiles, and what goes wrong with them. */
export const profileWords = {
  'portal/profile-file-unreadable':
    'This file doesn’t hold portal profiles ({detail}). Nothing was kept. Choose a file that Countersign saved under Suppliers.',
  'portal/profile-malformed':
    'Entry {entry} is not a portal profile ({detail}). It was not taken. Ask whoever made it to correct that entry.',
  'portal/set-by-policy':
    '{name} is set by your IT, and a change here would be undone by it. Ask your IT to change it.',
  'portal/supplier-unknown':
    'No supplier with this site is set up, so what you taught was not kept. Add the supplier under Suppliers, then teach again.',
  'portal/nothing-to-undo': 'Nothing that was taught for {name} is left to undo. Its rules are as they were.',
  'suppliers.col.profile': 'Reading',
  'suppliers.verified': 'Reads right',
  'suppliers.unverified': 'Not confirmed',
  'suppliers.confirm': 'It reads right',
  'suppliers.confirm-one': 'It reads right: {name}',
  'suppliers.taught': {
    one: '{count} rule of its own',
    other: '{count} rules of its own',
  },
  'suppliers.undo': 'Undo the last teaching',
  'suppliers.undo-one': 'Undo the last teaching: {name}',
  'suppliers.forget': 'Remove all rules',
  'suppliers.forget-one': 'Remove all rules: {name}',
  'suppliers.origin.built-in': 'came with Countersign',
  'suppliers.origin.user': 'added here',
  'suppliers.origin.imported': 'from a file',
  'suppliers.origin.policy': 'set by your IT',
  'suppliers.known.title': 'Portals that Countersign knows',
  'suppliers.known.why':
    'From public help pages; these portals may have changed since. Take yours, complete the supplier’s DEA number and address, and confirm once you have seen that its pages are read right.',
  'suppliers.known.take': 'Take',
  'suppliers.known.take-one': 'Take {name}',
  'suppliers.files.title': 'Profiles as files',
  'suppliers.files.why':
    'A profile says where a portal shows what. Save yours for another pharmacy, or take in what another made. Your confirmations, orders and certificates aren’t in it.',
  'suppliers.files.save': 'Save profiles',
  'suppliers.files.name': 'countersign-profiles.json',
  'suppliers.files.open': 'File with profiles',
  'suppliers.files.preview': 'This file would change:',
  'suppliers.files.nothing': 'Everything in this file is here already. Nothing would change.',
  'suppliers.files.take': { one: 'Take {count} profile', other: 'Take {count} profiles' },
  'suppliers.files.cancel': 'Leave everything as it is',
  'suppliers.files.taken': { one: '{count} profile was taken.', other: '{count} profiles were taken.' },
  'suppliers.change.new': 'New: {name}, {hosts}',
  'suppliers.change.changed': '{name}: {fields}',
  'suppliers.change.policy': '{name} stays as it is: it is set by your IT.',
  'suppliers.field.hosts': 'sites {before} → {after}',
  'suppliers.field.supplier': 'name, address or DEA number {before} → {after}',
  'suppliers.field.mode': 'signed by {before} → {after}',
  'suppliers.field.deliverTo': 'where the signed order goes',
  'suppliers.field.reading': 'where values are read',
  'suppliers.field.other': 'further details',
} as const;
