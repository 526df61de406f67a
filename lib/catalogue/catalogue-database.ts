import { Dexie, type Table } from 'dexie';
import type { CatalogueState } from './catalogue';

/** Many rows in one record: a record for each takes twenty times as long to write. */
export interface Block {
  /** Generation, bucket, kind and first NDC, so that the block that may hold an NDC is found by its key alone. */
  readonly id: string;
  /** Sorted; NDC, a blank, and what is said of it (`encode-entry`). */
  readonly rows: readonly string[];
}

export interface StagedRows {
  readonly id?: number;
  readonly bucket: number;
  readonly rows: readonly string[];
}

export interface StateRow extends CatalogueState {
  readonly id: 'current';
  /** Only its blocks count; those of an import that broke off are another generation's. */
  readonly generation: number;
}

/** No record: it can be read in again at any time, and is in no backup. */
export class CatalogueDatabase extends Dexie {
  declare readonly blocks: Table<Block, string>;
  declare readonly staged: Table<StagedRows, number>;
  declare readonly state: Table<StateRow, string>;
  constructor(name: string) {
    super(name);
    this.version(1).stores({ blocks: 'id', staged: '++id, bucket', state: 'id' });
  }
}
