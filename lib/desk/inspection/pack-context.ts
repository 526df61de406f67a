import type { PlainDate } from '@/lib/base';
import type { Registrant } from '@/lib/archive';
import type { ListFiles } from './list-files';
import type { Names } from './names';

/** What every page of one pack knows. */
export interface PackContext {
  readonly registrant: Registrant;
  /** Its DEA number, and those that it had before. */
  readonly numbers: ReadonlySet<string>;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Milliseconds. */
  readonly madeAt: number;
  readonly madeBy: string;
  readonly withSom: boolean;
  readonly withStaff: boolean;
  readonly names: Names;
  readonly lists: ListFiles;
}
