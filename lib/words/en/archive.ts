import type { Sentence } from '../say';

/** What copies and imports say; the pages about them have theirs in the workspace's catalogue. */
export const archiveWords = {
  'copy.title': 'Orders of {pharmacy}: copy of the archive',
  'copy.made': 'Made on {at} (UTC).',
  'copy.orders-of': 'Orders of {year} (CSV)',
  'copy.heads': 'Last record of each chain (JSON)',
  'copy.newest': 'Signed orders that this copy added',
  'copy.how': 'What lies here, and how to check it',
  'copy.computer':
    'The copy in this folder is that of one computer (station {station}). Where several computers copy to one place, each has a folder of its own.',
  'copy.readme': `Copy of the order archive of {pharmacy}.

This folder can be read without Countersign.

orders-YEAR.csv    All orders of a year, as they stood when this copy was made.
signed/YEAR/       Each electronically signed order as it was sent: NUMBER.p7m (CMS, DER). Where two
                   computers gave out the same number: NUMBER-STATION.p7m for each.
events/            Every record, one JSON object a line, in the order of its chain.
                   Each holds "prev", the hash of the record before it, and "hash", the SHA-256
                   of all its other members written as JSON with sorted keys and no white space.
                   Records of people have "withheld": their PINs aren't here, so their hash can't be
                   computed again; the records before and after them hold them in their place.
computer-*.txt     Which computer made this copy. Another one's lies in a folder of that name.
heads.json         Station, number and hash of the last record of each chain.

If copies come to your downloads as ZIP files, each ZIP holds only what is new since the one before:
the records, the signed orders, and the years whose orders changed. Keep all of them, and unpack them
into one folder, oldest first, to have the whole.

To look at a signed order and check that it is unchanged:
  openssl cms -verify -inform DER -in signed/YEAR/NUMBER.p7m -noverify
Without -noverify and with -CAfile ROOT.pem, OpenSSL also checks who signed it.

Private keys are not part of any copy. Keep these files for at least two years (21 CFR 1305.27).`,

  'import.column.date': 'Order date',
  'import.column.supplier': 'Supplier',
  'import.column.ndc': 'NDC',
  'import.column.product': 'Product',
  'import.column.package_size': 'Package size',
  'import.column.packages': 'Packages',
  'import.report.row': 'Row',
  'import.report.reason': 'Reason',
} as const satisfies Record<string, Sentence>;
