import { Dexie, type Table } from 'dexie';
import type { Tries } from './tries';
import type { WrappedKey } from './wrapped-key';

/** Keys, and how often a wrong password was tried for each. Durable, so that neither is forgotten by a power cut. */
export class VaultDatabase extends Dexie {
  declare readonly keys: Table<WrappedKey, string>;
  declare readonly tries: Table<Tries, string>;
  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ keys: 'certificate' });
    this.version(2).stores({ tries: 'certificate' });
  }
}
