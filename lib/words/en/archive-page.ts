import type { Sentence } from '../say';

/** The workspace's archive page: copies, backups, restoring, what is past its time. */
export const archivePageWords = {
  'archive.check': 'Is every record still what was written?',
  'archive.purged': {
    one: '{count} record was removed after its time, as the archive itself says; the links hold.',
    other: '{count} records were removed after their time, as the archive itself says; the links hold.',
  },

  'archive.copy.title': 'Daily copy',
  'archive.copy.explain':
    'Whoever removes this extension, or loses this computer, loses what lies in the browser. A copy goes to a folder once a day, readable without Countersign.',
  'archive.copy.nowhere':
    'No copy is made yet. Choose a folder, best one that is on another disk or synchronised.',
  'archive.copy.to-folder': 'To the folder “{name}”',
  'archive.copy.to-downloads': 'To your downloads, as one ZIP file of what is new',
  'archive.copy.last': 'Last copy {at}',
  'archive.copy.never': 'No copy was made there yet.',
  'archive.copy.waiting': {
    one: '{count} record waits to be copied',
    other: '{count} records wait to be copied',
  },
  'archive.copy.nothing-new': 'Everything is copied.',
  'archive.copy.stale': 'The copy is overdue: records written since then lie on this computer alone.',
  'archive.copy.not-writable': 'The browser has to be allowed to write there once more.',
  'archive.copy.allow': 'Allow',
  'archive.copy.choose-folder': 'Choose a folder',
  'archive.copy.choose-other': 'Choose another folder',
  'archive.copy.choose-downloads': 'Use downloads',
  'archive.copy.now': 'Copy now',
  'archive.copy.done': 'The copy is up to date.',
  'archive.copy.persist': 'Keep it here when the disk is short',
  'archive.copy.persist-explain':
    'The browser may throw this archive away when the disk is full, unless it promises not to.',
  'archive.copy.persisted': 'The browser has promised to keep this archive when the disk is short.',
  'archive.copy.persist-denied':
    'The browser didn’t promise it. It often does once a site is used more; the copy is what counts.',

  'backup.title': 'Backup',
  'backup.explain':
    'One encrypted file with every record. Private keys are never in it: a certificate’s key stays on its computer or token.',
  'backup.make': 'Make a backup',
  'backup.password': 'Password of the backup',
  'backup.password-hint': 'At least {min} characters. Nobody can open the file without it, nor help you.',
  'backup.password-again': 'The same once more',
  'backup.password-short': 'At least {min} characters',
  'backup.password-differs': 'The two differ.',
  'backup.progress': 'Writing the backup',
  'backup.done': 'The backup is written. Keep it elsewhere, and its password apart from it.',

  'restore.title': 'Restore',
  'restore.explain':
    'Takes the records of a backup in. What is here already stays; nothing is taken twice; a file that is damaged is refused whole.',
  'restore.open': 'Restore a backup',
  'restore.file': 'Backup file',
  'restore.file-hint': 'A .csbackup file',
  'restore.file-missing': 'Choose the file.',
  'restore.go': 'Restore',
  'restore.progress': { one: '{count} record checked', other: '{count} records checked' },
  'restore.done': {
    one: '{count} record was added; {known} were here already.',
    other: '{count} records were added; {known} were here already.',
  },

  'restore.kept': {
    one: '{count} record that was removed after its time, here or on another computer, is here: a restore takes nothing away. What may go can be removed again, below.',
    other:
      '{count} records that were removed after their time, here or on another computer, are here: a restore takes nothing away. What may go can be removed again, below.',
  },

  'archive.old-overview': 'Nothing can be written',
  'archive.old-overview.explain':
    'This version of Countersign couldn’t make the overview of your records anew. You see it as it was. Records, copies, backups and the check below work; signing and recording wait.',
  'archive.old-overview.newer':
    'A newer Countersign wrote here. You see the overview as it was. Update the extension, then open this page again.',
  'archive.remake': 'Make the overview anew',
  'archive.remade': 'The overview was made anew from the records.',
  'archive.same-numbers': 'The same number on two orders',
  'archive.same-numbers.explain':
    'Two computers gave these numbers out (21 CFR 1305.21 wants each used once): {numbers}. Tell the supplier which order is meant; both stay on record.',
  'archive.twin': 'The other one, ordered on {date}',
  'archive.differs': 'The records are whole, but the overview isn’t what they say',
  'archive.differs.explain':
    'The first difference is in {what}. It was altered outside Countersign, or an earlier version made it. Make it anew; no record changes by that.',
  'archive.differs.orders': 'order {number}',
  'archive.differs.orders-unnumbered': 'an order without a number',
  'archive.differs.requests': 'an order that waited for its signature',
  'archive.differs.beside': 'a record beside electronic orders',
  'archive.differs.words': 'the index of the search',
  'archive.differs.series': 'the daily sums',
  'archive.differs.digests': 'the monthly sums',
  'archive.differs.pasts': 'what monitoring compares with',
  'archive.differs.cuts': 'the list of what suppliers didn’t ship',
  'archive.differs.unrecognised': 'the list of products that aren’t recognised',
  'archive.differs.parts': 'the imports of earlier orders',
  'archive.differs.dispensed': 'the daily sums of what was dispensed',
  'archive.differs.numbers': 'the list of order numbers given out',
  'archive.differs.gaps': 'the list of what was removed after its time',
  'archive.differs.directory': 'people, locations and settings',

  'retention.title': 'What is past its time',
  'retention.explain': {
    one: 'Records are kept for {count} year after the last one that is linked to them.',
    other: 'Records are kept for {count} years after the last one that is linked to them.',
  },
  'retention.nothing': 'Nothing is past its time.',
  'retention.some': {
    one: '{count} order was last recorded on {until} or before, and may be removed.',
    other: '{count} orders were last recorded on {until} or before, and may be removed.',
  },
  'retention.beside': {
    one: '{count} other record was last added to on {until} or before, and may be removed.',
    other: '{count} other records were last added to on {until} or before, and may be removed.',
  },
  'retention.hold': 'A legal hold is set: nothing is removed while it stands. It can be lifted in Settings.',
  'retention.held': {
    one: '{count} more is past its time and stays: its location’s records are on hold.',
    other: '{count} more are past their time and stay: their locations’ records are on hold.',
  },
  'retention.own': {
    one: '{name}: {count} year',
    other: '{name}: {count} years',
  },
  'retention.purge': 'Remove them',
  'retention.purge-explain':
    'They go for good. Totals per month and the links of the archive stay, so that it can still be checked. Make a backup first if you may need them.',
  'retention.progress': 'Removing',
  'retention.done': { one: '{count} record was removed.', other: '{count} records were removed.' },
} as const satisfies Record<string, Sentence>;
