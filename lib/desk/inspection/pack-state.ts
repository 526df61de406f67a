import type { CertificateFiles, ListedSignature } from './certificate-files';
import type { CsvFiles } from './csv-files';
import type { ListFiles } from './list-files';
import type { PackLog } from './pack-log';
import type { PackLetter } from './poa-files';
import type { Section } from './section';
import type { SectionTally } from './tally';

/** What a pack in the making holds: figures and rows of text, never an order. */
export interface PackState {
  readonly log: PackLog;
  readonly certificates: CertificateFiles;
  readonly lists: ListFiles;
  readonly tallies: Readonly<Record<Section, SectionTally>>;
  readonly csv: Readonly<Record<Section, CsvFiles>>;
  readonly letters: PackLetter[];
  readonly signatures: ListedSignature[];
  readonly stemOnce: (wanted: string) => string;
}
